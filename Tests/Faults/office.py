"""Workspaces to try things on, and what must hold of them whatever happened."""

import hashlib
import html
import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "samples/haining-2017"
TONGBAO = os.environ["TONGBAO"]
STOP_AT = os.environ["STOP_AT"]
# An old, fixed time: nothing waits as a file that is still being written, and journals agree.
MODIFIED = 1_512_000_000

# A run of the sample ends with 3: some rows are refused. 0 and 3 are success.
GOOD = (0, 3)
ENVIRONMENT = {
    "PATH": "/usr/bin:/bin",
    "LANG": "en_US.UTF-8",
    "TONGBAO_TEMPLATES": str(ROOT / "templates"),
    # A crash is to be seen at once, not after a minute of unwinding.
    "SWIFT_BACKTRACE": "enable=no",
}


class Broken(Exception):
    """What must hold does not."""


def need(holds: object, problem: object) -> None:
    if not holds:
        raise Broken(str(problem)[:1500])


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def seal(journal: Path) -> None:
    """Gives each line of a journal that a check has rewritten the seal that it should have."""
    last, sealed = b"", b""
    for line in journal.read_bytes().splitlines():
        body = line[: line.rindex(b',"seal":')]
        last = digest(last + body)[:16].encode()
        sealed += body + b',"seal":"' + last + b'"}\n'
    journal.write_bytes(sealed)


def tongbao(*words: object, before: tuple = (), **options) -> subprocess.CompletedProcess:
    """Runs the program; `before` is what runs it, such as strace."""
    options.setdefault("env", ENVIRONMENT)
    options.setdefault("stdin", subprocess.DEVNULL)
    command = [*map(str, before), TONGBAO, *map(str, words)]
    return subprocess.run(command, capture_output=True, **options)


@dataclass(frozen=True)
class Job:
    """Arguments of `tongbao run`, the date of issue among them."""

    words: tuple = ()

    def run(self, office: Path, **options) -> subprocess.CompletedProcess:
        return tongbao("run", "-C", office, *self.words, **options)

    def succeed(self, office: Path) -> None:
        done = self.run(office)
        need(done.returncode in GOOD, f"exit {done.returncode}: {done.stderr.decode(errors='replace')}")


OCTOBER = Job(("--period", "2017-10", "--date", "2017-11-06"))
ALL_TO_OCTOBER = Job(("--date", "2017-11-06"))
ALL_TO_NOVEMBER = Job(("--date", "2017-12-06"))


def copy(source: Path, target: Path) -> Path:
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target, symlinks=True)
    return target


def sample(target: Path) -> Path:
    """A copy of the sample workspace whose sheets are old."""
    copy(SAMPLE, target)
    for sheet in (target / "inbox").iterdir():
        os.utime(sheet, (MODIFIED, MODIFIED))
    return target


def drop(office: Path, name: str | bytes, data: bytes) -> Path:
    """Puts a sheet into the inbox, whole."""
    path = office / "inbox" / os.fsdecode(name)
    path.write_bytes(data)
    os.utime(path, (MODIFIED, MODIFIED))
    return path


def drop_late(office: Path) -> None:
    for sheet in (SAMPLE / "late").iterdir():
        drop(office, sheet.name, sheet.read_bytes())


HEAD = "问题编号,发现时间,责任单位,考核指标,地点,问题描述,问题等级,扣分,是否预扣,督查组,检查人员,责任人,职务,证据类型\n"


def row(number: int, text: str = "占道经营", place: str = "商业街") -> str:
    """A finding of October that counts, in the columns of HEAD."""
    unit = ("许村镇", "斜桥镇", "袁花镇", "丁桥镇", "长安镇")[number % 5]
    who = "城管督查一组,郭志华、章利明、祝小芳,朱利华,社区书记,现场照片"
    return f"CG-{10000 + number},2017-10-{number % 28 + 1:02},{unit},城市管理巡查,{place},{text},一般,0.1,否,{who}\n"


def late_sheet(number: int) -> bytes:
    """A sheet that October did not have, with a finding of its own."""
    return (HEAD + row(5000 + number)).encode()


# The tree


def tree(office: Path, with_status: bool = False) -> dict[str, str]:
    """Digests of all files, clock times of the journal left out; folders are there, empty or not."""
    found: dict[str, str] = {}
    # A folder of the workspace may be a link to a share; no other link is followed.
    shares = [path for path in office.iterdir() if path.is_symlink() and path.is_dir()]
    for root, folder, folders, files in walks(office, *shares):
        base = os.path.join("." if root == office else root.name, os.path.relpath(folder, root)).removesuffix("/.")
        for name in folders:
            found[os.path.normpath(os.path.join(base, name)) + "/"] = ""
        for name in files:
            path = os.path.normpath(os.path.join(base, name))
            if path == ".tongbao.lock" or (name == "status.json" and not with_status):
                continue
            full = os.path.join(folder, name)
            data = os.readlink(full).encode() if os.path.islink(full) else read(full)
            if name in ("journal.jsonl", "status.json"):
                data = re.sub(rb'"(time|seal)": ?"[^"]*"', b'"":""', data)
            found[path] = digest(data)
    return found


def walks(*roots: Path):
    for root in roots:
        for step in os.walk(root):
            yield root, *step


def read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def same_tree(office: Path, expected: dict[str, str], with_status: bool = False) -> None:
    actual = tree(office, with_status)
    differing = sorted(path for path in actual.keys() | expected.keys() if actual.get(path) != expected.get(path))
    need(not differing, f"{len(differing)} differ from the undisturbed run: {differing[:8]}")


# What readers have

LINK = re.compile(rb'(?:href|src)="([^"]*)"')


@dataclass
class Register:
    """What `register.json` says."""

    value: dict
    files: dict[str, set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for issue in self.value["issues"]:
            for file in issue["files"]:
                path = f"{issue['period']}/r{issue['revision']}/{file['path']}"
                self.files[path] = {file["sha256"]}
        for notice in self.value["notices"]:
            for file in notice["files"]:
                self.files[f"notices/{file['path']}"] = {file["sha256"]}
            # The register is the commit; the page of a withdrawn notice is replaced right after it.
            for file in (file for change in notice["changes"] for file in change["replaced"]):
                self.files[f"notices/{file['path']}"].add(file["sha256"])


def register(office: Path) -> Register | None:
    try:
        return Register(json.loads((office / "public/register.json").read_bytes()))
    except FileNotFoundError:
        return None


def whole(path: str, data: bytes) -> bool:
    """Whether a page that no register names by its bytes is whole."""
    if path.endswith(".html"):
        return data.rstrip().endswith(b"</html>")
    if path.endswith(".json"):
        json.loads(data)
    return path.endswith((".txt", ".csv", ".json", ".xml", ".sha256")) and (not data or data.endswith(b"\n"))


def served(office: Path) -> Register | None:
    """Holds the public folder against its register, as a reader has both now."""
    public = office / "public"
    book = register(office)
    if book is None:
        return None
    for path, digests in book.files.items():
        data = (public / path).read_bytes()
        need(digest(data) in digests, f"{path} has other bytes than the register says")
    for folder, _, names in os.walk(public):
        for name in names:
            path = os.path.join(folder, name)
            shown = os.path.relpath(path, public)
            if name.startswith(".") or is_unnamed(shown, book):
                continue
            data = read(path)
            need(shown in book.files or whole(shown, data), f"{shown} is not whole")
            for link in LINK.findall(data) if name.endswith(".html") else []:
                check_link(folder, shown, html.unescape(link.decode()))
    numbers(book)
    return book


def is_unnamed(path: str, book: Register) -> bool:
    """Whether it is a file of a revision or a notice that the register does not name: no reader is led there."""
    inside = re.match(r"[^/]+/r\d+/|notices/", path)
    return bool(inside) and path not in book.files


def check_link(folder: str, page: str, link: str) -> None:
    address = unquote(link.partition("#")[0])
    if not address or re.match(r"[a-z]+:", address):
        return
    target = os.path.join(folder, address)
    need(os.path.exists(target), f"{page} links to {link}, which is not there")


def numbers(book: Register) -> None:
    """Numbers of issues and notices run from 1 without a gap; revisions of each period too."""
    for kind in ("issues", "notices"):
        years: dict[int, list[int]] = {}
        for entry in book.value[kind]:
            years.setdefault(entry["year"], []).append(entry["number"])
        for year, given in years.items():
            need(given == list(range(1, len(given) + 1)), f"{kind} of {year} have the numbers {given}")
    periods: dict[str, list[int]] = {}
    for issue in book.value["issues"]:
        periods.setdefault(issue["period"], []).append(issue["revision"])
    for period, given in periods.items():
        need(given == list(range(1, len(given) + 1)), f"{period} has the revisions {given}")


def keeps(before: Register | None, office: Path) -> Register | None:
    """What was published before is served unchanged, and the folder agrees with its register."""
    now = served(office)
    if before is None:
        return now
    need(now, "the register is gone")
    old = before.value["issues"]
    need(now.value["issues"][: len(old)] == old, "an issue that was out has changed in the register")
    for path, digests in before.files.items():
        data = (office / "public" / path).read_bytes()
        allowed = digests | (now.files[path] if path.startswith("notices/") else set())
        need(digest(data) in allowed, f"{path} was out and has changed")
    return now


def sheets(office: Path, given: dict[str, int]) -> None:
    """Every sheet given, by its digest, is in the inbox or in the journal, and counts at most once."""
    journal: list[dict] = []
    path = office / "archive/journal.jsonl"
    lines = path.read_bytes().split(b"\n") if path.exists() else []
    for line in lines[:-1]:
        journal.append(json.loads(line))
    counting = [entry["sha256"] for entry in journal if entry["what"] in ("sheet", "mended")]
    need(len(counting) == len(set(counting)), "a sheet counts twice in the journal")
    for entry in journal:
        if entry["what"] in ("sheet", "mended", "quarantined"):
            need(digest((office / entry["path"]).read_bytes()) == entry["sha256"], f"{entry['path']} is not as journalled")
    lying = {digest(file.read_bytes()) for file in (office / "inbox").iterdir() if file.is_file()}
    known = {entry.get("sha256") for entry in journal}
    lost = [name for name in given if name not in lying and name not in known]
    need(not lost, f"{len(lost)} sheets are neither in the inbox nor in the journal")


def given(office: Path) -> dict[str, int]:
    return {digest(file.read_bytes()): file.stat().st_size for file in (office / "inbox").iterdir()}


def clear_words(done: subprocess.CompletedProcess, *codes: int) -> str:
    """The run ended with one of the codes and said why in its own words; gives what it said."""
    said = done.stderr.decode(errors="replace")
    need(done.returncode in codes, f"exit {done.returncode}, not {codes}: {said[-600:]}")
    need(done.returncode == 0 or "error[" in said or "warning[" in said, f"exit {done.returncode} without a word: {said}")
    need("Fatal error" not in said and "Swift runtime failure" not in said, said)
    return said
