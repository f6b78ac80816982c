"""Names and contents that are meant to do harm."""

import csv
import io
import socket

from office import *

TAG = "<img src=x onerror=alert(1)>"
CELLS = [
    '=HYPERLINK("http://evil.example","x")', "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1+1", "\r=1", "＝1+1",
    TAG, "<script>alert(1)</script>", '"><svg/onload=alert(1)>', "javascript:alert(1)", "{{office}} {{{unit}}} {{#units}}",
    "{{> page}} {{=<% %>=}}", "\u202egnp.exe\u202c", "\u2066a\u2069\u200f", "\x1b[2J\x1b]0;owned\x07", "a\x00b", "\x9b31m",
    "../../../../etc/passwd", "%s%n%x", "\ufeff", "\ud7ff\uffff", "&lt;img&gt;", "]]>", "'; DROP TABLE x; --",
]  # fmt: skip
NAMES = [
    b"new\nline.csv", b"tab\tand\rreturn.csv", b"-rf.csv", b"--help.csv", b"--workspace=x.csv", b"..\\..\\evil.csv",
    b"..evil.csv", b".hidden.csv", b"...", b"\xb1\xed\xb8\xf1.csv", b"\xff\xfe\xfd", b"\x1b[31mred\x07.csv", b"\xc2\x9b31m.csv",
    "\u202evsc.exe.csv".encode(), "\u2066x\u2069\u200f.csv".encode(), ("长" * 83).encode() + b"ab.csv"[-6:],
    b"Case.csv", b"case.csv", b"CASE.CSV", b"CON.csv", b"a:b.csv", b"a.csv:stream", b"x.csv.", b" .csv ",
    TAG.encode() + b".csv", b"{{{office}}}.csv", b"=1+1.csv", b"@SUM(1).csv", b"$(touch pwned).csv", b"`touch pwned`.csv",
    b"%00%2e%2e%2f.csv", b"aaaaaaaaaaaa-x.csv.rejected.csv", b"aaaaaaaaaaaa-..-..-x.reasons.txt", b"journal.jsonl",
    b"incoming", b"register.json", b"~$lock.csv", b"Thumbs.db", b"*?.csv", b"'\".csv", "\ufeff.csv".encode(), b"index.html",
]  # fmt: skip
# Direction marks and controls have no business on a page or a terminal.
HARMFUL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
NUMBER = re.compile(r"[-+]?[\d.,]+%?")


def sheet(number: int, cell: str) -> bytes:
    """A row that counts, with the cell where free text stands, and one that is refused."""
    def quoted(text: str) -> str:
        return '"' + text.replace('"', '""') + '"'

    good = row(6000 + number, quoted(cell), quoted(cell))
    bad = row(6000 + number, quoted(cell), quoted(cell)).replace(f"CG-{16000 + number}", quoted(cell)).replace("0.1", quoted(cell))
    return (HEAD + good + bad).encode(errors="surrogatepass")


def hostile(work: Path, is_root: bool) -> str:
    office = sample(work / "hostile/office")
    outside = work / "hostile/outside"
    outside.mkdir(exist_ok=True)
    (outside / "secret.csv").write_bytes(sheet(9000, "outside"))
    inbox = office / "inbox"
    count = 0
    for number, name in enumerate(NAMES):
        drop(office, name, sheet(number, CELLS[number % len(CELLS)]))
        count += 1
    for number, cell in enumerate(CELLS):
        drop(office, f"cells-{number}.csv", sheet(100 + number, cell))
        drop(office, f"cells-{number}.xml", record(200 + number, cell))
    os.link(outside / "secret.csv", inbox / "hard-link.csv")
    os.symlink("/etc/passwd", inbox / "passwd.csv")
    os.symlink(outside / "secret.csv", inbox / "link.csv")
    os.symlink(outside, inbox / "link-to-folder.csv")
    os.symlink("nowhere", inbox / "dangling.csv")
    os.mkfifo(inbox / "pipe.csv")
    (inbox / "folder.csv").mkdir()
    (inbox / "folder.csv/inside.csv").write_bytes(sheet(9001, "inside"))
    with socket.socket(socket.AF_UNIX) as own:
        # A path longer than 108 bytes cannot be bound.
        own.bind(os.path.relpath(inbox / "socket.csv"))
    if is_root:
        os.mknod(inbox / "zero.csv", 0o666 | 0o020000, os.makedev(1, 5))
        os.mknod(inbox / "disk.csv", 0o666 | 0o060000, os.makedev(7, 250))
    special = [path for path in inbox.iterdir() if path.is_symlink() or not path.is_file()]
    before = state(outside)

    said = ""
    for words in (("check", "--", *sorted(inbox.iterdir())), ("run", *OCTOBER.words), ("status",), ("run", *OCTOBER.words)):
        # A pipe that nobody writes to would keep `check` waiting, as it would cat; run must not touch it.
        # A name that is no UTF-8 cannot be given as an argument; the run takes such a file in.
        words = [word for word in words if word not in special and utf8(word)] if words[0] == "check" else words
        done = tongbao(*words, cwd=office, timeout=300)
        need(done.returncode in (0, 1, 2, 3), f"{words[0]}: exit {done.returncode}: {done.stderr[-500:]!r}")
        said += terminal(done.stdout, words[0]) + terminal(done.stderr, words[0])
    need(state(outside) == before, "something outside the workspace has changed")
    need(sorted(os.listdir(work / "hostile")) == ["office", "outside"], "something was written beside the workspace")
    need(all(os.path.lexists(path) for path in special), "a link, pipe or folder has gone from the inbox")
    served(office)
    pages = tables = 0
    for folder, _, names in os.walk(office):
        for name in names:
            path = os.path.join(folder, name)
            if os.path.relpath(path, office).startswith(("inbox", "late")):
                continue
            safe_name(name)
            need(os.path.isfile(path) and not os.path.islink(path), f"{path} is no plain file")
            need(os.stat(path).st_nlink == 1, f"{path} shares its bytes with a file elsewhere")
            data = read(path)
            need(b"root:x:0:0" not in data, f"{path} holds /etc/passwd")
            shown = os.path.relpath(path, office)
            if shown.startswith(("public", "internal")):
                pages += 1
                safe_page(shown, data.decode())
            if name.endswith(".csv") and not shown.startswith("archive"):
                tables += 1
                if not raw_refused(office, name):
                    safe_table(shown, data)
    need("{{office}} {{{unit}}} {{#units}}" in everything(office), "a cell with mustache tags is not on any page")
    shutil.rmtree(work / "hostile")
    return f"{len(NAMES)} names, {len(CELLS)} cells in CSV and XML, {len(special)} links and special files; {pages} pages, {tables} tables"


def utf8(word: object) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in str(word))


def record(number: int, cell: str) -> bytes:
    """The same row as an element of record XML; characters that XML has no way to write are left out."""
    text = "".join(c for c in cell if c in "\t\n\r" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff"))
    text = html.escape(text)
    names, values = HEAD.strip().split(","), row(6000 + number, "TEXT", "TEXT").strip().split(",")
    fields = "".join(f"<{name}>{value.replace('TEXT', text)}</{name}>" for name, value in zip(names, values))
    return f"<?xml version='1.0' encoding='UTF-8'?>\n<检查><记录>{fields}</记录></检查>\n".encode()


def state(folder: Path) -> dict[str, tuple]:
    return {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.iterdir()}


def terminal(data: bytes, command: str) -> str:
    text = data.decode()
    found = HARMFUL.search(text.replace("\n", ""))
    need(not found, f"{command} prints {found and ascii(found[0])}: {found and ascii(text[max(0, found.start() - 80) :][:200])}")
    return text


def safe_name(name: str) -> None:
    data = os.fsencode(name)
    need(len(data) <= 255 and not HARMFUL.search(data.decode()), f"an unsafe name: {data!r}")
    need(not re.search(r'[\\:*?"<>|\n\t]', name) and not name.startswith(("-", " ")), f"an unsafe name: {data!r}")
    need(not name.startswith(".") or name in (".tongbao.lock", ".written.sha256"), f"a hidden file: {data!r}")


def safe_page(path: str, text: str) -> None:
    # Tables have the line ends of RFC 4180.
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    found = HARMFUL.search(text)
    need(not found, f"{path} holds {found and ascii(found[0])}: {found and ascii(text[max(0, found.start() - 60) :][:160])}")
    if path.endswith(".html"):
        for bad in ("<img", "<script", "<svg/", "<iframe"):
            need(bad not in text.lower(), f"{path} holds {bad}: {text[max(0, text.lower().find(bad) - 100) :][:300]}")
        need(not re.search(r"<[^>]*\son\w+\s*=", text), f"{path} has a handler")
        need(not re.search(r"<[^>]*javascript:", text), f"{path} links to a script")


def safe_table(path: str, data: bytes) -> None:
    need(data.startswith(b"\xef\xbb\xbf"), f"{path} has no byte order mark")
    for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")):
        for cell in row:
            bad = cell[:1] in ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠") and not NUMBER.fullmatch(cell)
            need(not bad, f"{path} has the cell {cell!r}")


def raw_refused(office: Path, name: str) -> bool:
    """A file refused whole lies in quarantine as it came."""
    return (office / "quarantine" / f"{name}.reasons.txt").exists()


def everything(office: Path) -> str:
    return "".join(html.unescape(path.read_text()) for path in (office / "public").rglob("*.html"))
