"""Full disks, read-only and vanished folders, files without rights, clocks set back, two runs at once."""

import contextlib
import fcntl
import signal
import sys
import time

from kills import Scene, spread
from office import *

PEOPLE_ID = 65534  # nobody


def is_root() -> bool:
    return os.geteuid() == 0


def command(*words: object) -> None:
    done = subprocess.run(list(map(str, words)), capture_output=True, text=True)
    need(done.returncode == 0, f"{' '.join(map(str, words))}: {done.stderr}")


@contextlib.contextmanager
def small_disk(folder: Path, size: int):
    """A tmpfs of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    command("mount", "-t", "tmpfs", "-o", f"size={size},mode=755", "tmpfs", folder)
    try:
        yield folder
    finally:
        command("umount", "-l", folder)


@contextlib.contextmanager
def read_only(folder: Path):
    """Root ignores modes, so the folder is mounted over itself."""
    command("mount", "--bind", folder, folder)
    try:
        command("mount", "-o", "remount,ro,bind", folder)
        yield
    finally:
        command("umount", folder)


def leave(folder: Path, free: int) -> Path:
    """Fills the disk but for so many bytes; the file that does it is to be removed."""
    ballast = folder / ".ballast"
    state = os.statvfs(folder)
    size = max(0, state.f_bavail * state.f_frsize - free)
    with open(ballast, "wb") as file:
        if size:
            os.posix_fallocate(file.fileno(), 0, size)
    return ballast


def used(folder: Path) -> int:
    state = os.statvfs(folder)
    return (state.f_blocks - state.f_bfree) * state.f_frsize


def full(scene: Scene, work: Path, part: str, sizes: int) -> str:
    """The workspace, or one folder of it, lies on a disk that is full when a run has written so many bytes."""
    exits: dict[int, int] = {}
    with small_disk(work / f"full-{scene.name}-{part or 'all'}", 1 << 28) as disk:
        # How much a run that is not disturbed writes there; its sheets lie there twice for a while.
        most = 0
        for free in [None, *shares(sizes)]:
            office = place(scene, work, disk, part)
            start = used(disk)
            sent = given(office)
            if free is None:
                scene.job.succeed(office)
                same_tree(office, scene.tree)
                most = used(disk) - start + sum(sent.values())
                continue
            ballast = leave(disk, most * free // 1000)
            done = scene.job.run(office)
            said = clear_words(done, 73, *GOOD)
            need(done.returncode != 73 or "is full" in said or "space" in said, f"a full disk is called {said[-300:]}")
            exits[done.returncode] = exits.get(done.returncode, 0) + 1
            keeps(scene.before, office)
            sheets(office, sent)
            ballast.unlink()
            scene.job.succeed(office)
            keeps(scene.before, office)
            same_tree(office, scene.tree)
    need(exits.get(73), "no size was too small")
    need(exits.keys() & set(GOOD), "no size was enough")
    return f"{sum(exits.values())} sizes up to {most >> 10} KB, exits {dict(sorted(exits.items()))}"


def shares(count: int) -> list[int]:
    """Shares of what is needed, in thousandths, more of them where little is free."""
    return sorted({round(1100 * (i / (count - 1)) ** 1.5) for i in range(count)})


def place(scene: Scene, work: Path, disk: Path, part: str) -> Path:
    """A copy of the scene's base, wholly or for the folder `part` alone on the disk."""
    for old in disk.iterdir():
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    if not part:
        office = copy(scene.base, disk / "office")
        return office
    office = copy(scene.base, work / f"full-{scene.name}-office")
    folder = office / part
    if folder.exists():
        shutil.move(folder, disk / part)
    else:
        (disk / part).mkdir(mode=0o770)
    folder.symlink_to(disk / part)
    return office


def read_only_folder(scene: Scene, work: Path, part: str) -> str:
    """A folder that nobody can write to: nothing is damaged, and the run after that does everything."""
    office = copy(scene.base, work / f"read-only-{part or 'all'}")
    for made in ("archive", "quarantine", "internal", "public"):
        (office / made).mkdir(exist_ok=True)
    sent = given(office)
    with read_only(office / part):
        done = scene.job.run(office)
        # An inbox from which nothing can be removed is no reason not to publish.
        said = clear_words(done, *((73, *GOOD) if part == "inbox" else (73,)))
        need("read-only" in said, f"a read-only folder is called {said[-300:]}")
        keeps(scene.before, office)
        sheets(office, sent)
    scene.job.succeed(office)
    keeps(scene.before, office)
    same_tree(office, scene.tree)
    shutil.rmtree(office)
    return f"{part or 'workspace'}: exit {done.returncode}"


def vanished_inbox(scene: Scene, work: Path) -> str:
    """The share with the inbox is gone before the run, or goes at one of its system calls."""
    office = copy(scene.base, work / "vanished")
    share = shutil.move(office / "inbox", work / "vanished-share")
    (office / "inbox").symlink_to(share)
    away = work / "vanished-away"
    os.rename(share, away)
    done = scene.job.run(office)
    said = clear_words(done, 65, 73)
    keeps(scene.before, office)
    os.rename(away, share)
    scene.job.succeed(office)
    keeps(scene.before, office)
    same_tree(office, scene.tree)
    shutil.rmtree(office)
    shutil.rmtree(share)

    exits: dict[int, int] = {}
    turns = spread(scene.calls * 6 // 10, 16)
    for turn in turns:
        office = copy(scene.base, work / "vanished")
        sent = given(office)
        gone = office / "gone"
        code = scene.stopped(office, turn, False, f"mkdir '{gone}' && mv '{office}'/inbox/* '{gone}'; true")[0]
        exits[code] = exits.get(code, 0) + 1
        keeps(scene.before, office)
        for sheet in gone.iterdir():
            os.rename(sheet, office / "inbox" / sheet.name)
        gone.rmdir()
        sheets(office, sent)
        scene.job.succeed(office)
        keeps(scene.before, office)
        sheets(office, sent)
        need(not given(office), "a sheet was left in the inbox")
        shutil.rmtree(office)
    return f"before: exit {done.returncode}, “{said.splitlines()[0][-60:]}”; at {len(turns)} system calls: exits {exits}"


def unreadable(scene: Scene, work: Path) -> str:
    """A sheet that the account of the run may not read stays, is told, and counts when it can be read."""
    office = copy(scene.base, work / "unreadable")
    sheet = next(path for path in sorted((office / "inbox").iterdir()) if "平安检查-2017年10月" in path.name)
    calm = copy(office, work / "unreadable-calm")
    kept = shutil.move(calm / "inbox" / sheet.name, work / "unreadable-sheet.csv")
    scene.job.succeed(calm)
    shutil.move(kept, calm / "inbox" / sheet.name)
    scene.job.succeed(calm)

    sheet.chmod(0)
    person = {}
    if is_root():
        command("chown", "-R", PEOPLE_ID, office)
        sheet.chmod(0)
        person = {"before": ("setpriv", f"--reuid={PEOPLE_ID}", f"--regid={PEOPLE_ID}", "--clear-groups")}
    done = scene.job.run(office, **person)
    said = clear_words(done, *GOOD, 65)
    need("permission denied" in said and sheet.name in said, f"an unreadable sheet is not named: {said[-300:]}")
    served(office)
    need(sheet.exists(), "the sheet has gone")
    sheet.chmod(0o644)
    need(scene.job.run(office, **person).returncode in GOOD, "the run after that failed")
    served(office)
    same_tree(office, tree(calm))
    for path in (office, calm):
        shutil.rmtree(path)
    return f"exit {done.returncode}, named; counts in the next run"


def clock_set_back(scene: Scene, work: Path) -> str:
    """Journal and status tell of times to come; an issue is dated before the last one."""
    office = copy(scene.base, work / "clock")
    future = '"time":"2199-01-01T00:00:00Z"'
    for path in ("archive/journal.jsonl", "public/status.json"):
        text = (office / path).read_text()
        (office / path).write_text(re.sub(r'"time": ?"[^"]*"', future, text))
    seal(office / "archive/journal.jsonl")
    for sheet in (office / "inbox").iterdir():
        os.utime(sheet, (7_000_000_000, 7_000_000_000))
    scene.job.succeed(office)
    keeps(scene.before, office)
    now = register(office)
    same = {path: value for path, value in scene.tree.items() if path.startswith("public/")}
    need(same == {p: v for p, v in tree(office).items() if p.startswith("public/")}, "public/ depends on clock times")
    status = tongbao("status", "-C", office, "--max-age", "26h")
    need(status.returncode in (0, 1), status.stderr)

    drop(office, "综合执法局-补报.csv", late_sheet(7))
    early = Job(("--period", "2017-10", "--date", "2017-03-01"))
    done = early.run(office)
    said = clear_words(done, *GOOD, 4, 64)
    keeps(now, office)
    dates = [issue["date"] for issue in register(office).value["issues"]]
    scene.job.succeed(office)
    keeps(now, office)
    shutil.rmtree(office)
    return f"times of 2199: same pages; dated back: exit {done.returncode}, dates {dates[-2:]}, {len(said.splitlines())} lines"


def two_runs(scene: Scene, work: Path) -> str:
    """While one run holds the lock, others end at once with 75 and change nothing; a stopped one needs no clearing up."""
    office = copy(scene.base, work / "two")
    turned_away = 0
    words = [TONGBAO, "run", "-C", str(office), *scene.job.words]
    first = subprocess.Popen(words, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while first.poll() is None and not is_locked(office):
        time.sleep(0.001)
    first.send_signal(signal.SIGSTOP)
    # Its threads stop one after the other.
    os.waitpid(first.pid, os.WUNTRACED)
    need(is_locked(office), "the first run was over before the second began")
    before = tree(office)
    for command_line in (("run", *scene.job.words), ("withdraw", "ZZ-10001", "--reason", "x"), ("release", "2017-10")):
        start = time.monotonic()
        done = tongbao(command_line[0], "-C", office, *command_line[1:])
        clear_words(done, 75)
        need(time.monotonic() - start < 20, "the second run waited")
        turned_away += 1
    same_tree(office, before)
    first.send_signal(signal.SIGCONT)
    need(first.wait() in GOOD, f"the first run ended with {first.returncode}")
    same_tree(office, scene.tree)

    office = copy(scene.base, office)
    crowd = [subprocess.Popen(words, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(8)]
    codes = []
    for member in crowd:
        member.communicate()
        codes.append(member.returncode)
    need(set(codes) <= {*GOOD, 75} and set(codes) & set(GOOD), f"eight runs ended with {codes}")
    served(office)
    same_tree(office, scene.tree)
    shutil.rmtree(office)
    return f"{turned_away} commands turned away with 75; eight at once: {codes.count(75)} of them too"


def is_locked(office: Path) -> bool:
    try:
        with open(office / ".tongbao.lock", "rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return False
    except BlockingIOError:
        return True
    except FileNotFoundError:
        return False
