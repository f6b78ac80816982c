"""A reader who looks at every file of public/ again and again while issues come out."""

import multiprocessing
import sys
import time

from office import *


def look(office: Path, running, found, rounds) -> None:
    """Reads everything, round after round, and notes what is not whole."""
    try:
        while running.value:
            read_once(office)
            rounds.value += 1
    except Exception as problem:
        found.put(f"{type(problem).__name__}: {problem}")


def read_once(office: Path) -> None:
    """A round: what the register names and what the pages link to must be there, whole and of one piece."""
    before = register(office)
    public = office / "public"
    for path, digests in before.files.items():
        data = (public / path).read_bytes()
        if digest(data) not in digests:
            # A notice may have been withdrawn since: then the register says so by now.
            need(digest(data) in register(office).files[path], f"{path} is a mix")
    seen: set[str] = set()
    waiting = ["index.html", "register.csv", "status.json", "register.json"]
    while waiting:
        page = waiting.pop()
        if page in seen:
            continue
        seen.add(page)
        data = (public / page).read_bytes()
        need(page in before.files or whole(page, data), f"{page} is not whole")
        if page.endswith(".html"):
            folder = os.path.dirname(page)
            for link in LINK.findall(data):
                address = unquote(html.unescape(link.decode()).partition("#")[0])
                if address and not re.match(r"[a-z]+:", address):
                    target = os.path.normpath(os.path.join(folder, address))
                    if (public / target).is_dir():
                        target += "/index.html"
                    waiting.append(target)


def publications(work: Path, count: int) -> str:
    """So many issues come out, one after the other, each by a late sheet; readers never wait."""
    office = sample(work / "reader")
    Job(("--period", "2017-10", "--date", "2017-11-06")).succeed(office)
    running = multiprocessing.Value("b", 1)
    rounds = [multiprocessing.Value("L", 0) for _ in range(2)]
    found = multiprocessing.Queue()
    readers = [multiprocessing.Process(target=look, args=(office, running, found, counter)) for counter in rounds]
    for reader in readers:
        reader.start()
    try:
        for number in range(count):
            if number == count // 2:
                done = tongbao("withdraw", "-C", office, "ZZ-10001", "--reason", "认定有误")
                need(done.returncode == 0, done.stderr)
            drop(office, f"综合执法局-补报-{number}.csv", late_sheet(number))
            OCTOBER.succeed(office)
            need(found.empty() or running.value == 0, found.empty() or found.get())
    finally:
        running.value = 0
        for reader in readers:
            reader.join()
    need(found.empty(), found.empty() or found.get())
    book = served(office)
    revisions = len(book.value["issues"])
    need(revisions == count + 1, f"{count} late sheets made {revisions - 1} corrections")
    need(any(notice["changes"] for notice in book.value["notices"]), "no notice was withdrawn")
    files = sum(len(names) for _, _, names in os.walk(office / "public"))
    shutil.rmtree(office)
    return f"{count} corrections, at the end {files} files; two readers, {sum(c.value for c in rounds)} rounds"
