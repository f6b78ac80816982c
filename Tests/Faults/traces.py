"""What a run asks of the system: no network, no change outside the workspace."""

from office import *

# Calls that change what is at a path; of open, those that ask to write.
CHANGES = re.compile(
    r"^(?:\d+ +)?(openat2?|open|creat|rename\w*|unlink\w*|mkdir\w*|rmdir|link\w*|symlink\w*|mknod\w*|truncate|"
    r"chmod|fchmodat\w*|chown|lchown|fchownat|utime\w*|setxattr|removexattr)\((.*)\) += "
)
NETWORK = re.compile(r"^(?:\d+ +)?(socket|connect|bind|listen|accept4?|send\w+|recv\w+|socketpair|getpeername)\(")
PLACE = re.compile(r'(?:(AT_FDCWD|\d+)<([^>]*)>, )?"((?:[^"\\]|\\.)*)"')


def trace(office: Path, log: Path, *words: object) -> subprocess.CompletedProcess:
    calls = "trace=%network,%file,%desc"
    return tongbao(*words, before=("strace", "-f", "-y", "-s", "4096", "-e", calls, "-e", "signal=none", "-o", log), cwd=office)


def whole_run(office: Path, work: Path) -> str:
    log = work / "strace.log"
    counts = {}
    for words in (("run", *ALL_TO_NOVEMBER.words), ("status",), ("doctor",), ("check", *sorted((SAMPLE / "late").iterdir()))):
        done = trace(office, log, *words)
        need(done.returncode in (0, 1, 2, 3), f"{words[0]}: exit {done.returncode}: {done.stderr[-300:]!r}")
        # The doctor names the owners of folders: the user database may be asked of a daemon on this machine.
        counts[words[0]] = look_through(log, office, words[0] == "doctor")
    total = sum(calls for calls, _ in counts.values())
    return f"{', '.join(counts)}: {total} calls, {counts['run'][1]} changes by run; no network, none outside the workspace"


def look_through(log: Path, office: Path, asks_users: bool) -> tuple[int, int]:
    calls = changes = 0
    for line in joined(log):
        calls += 1
        is_user_database = asks_users and ("AF_UNIX" in line or "/nscd/" in line)
        need(not NETWORK.match(line) or is_user_database, f"a network call: {line[:200]}")
        call = CHANGES.match(line)
        if not call or (call[1].startswith("open") and not re.search(r"O_(WRONLY|RDWR|CREAT|TRUNC)", call[2])):
            continue
        changes += 1
        for _, folder, name in PLACE.findall(call[2]):
            path = os.path.normpath(os.path.join(folder or str(office), name))
            need(path.startswith(f"{office}/") or path == "/dev/null", f"a change outside the workspace: {line[:300]}")
    return calls, changes


def joined(log: Path):
    """Lines of calls; one that another thread interrupted is put together again."""
    begun: dict[str, str] = {}
    for line in log.read_text(errors="replace").splitlines():
        thread = line.split(" ", 1)[0]
        if line.endswith("<unfinished ...>"):
            begun[thread] = line.removesuffix("<unfinished ...>")
        elif resumed := re.match(r"\d+ +<\.\.\. \w+ resumed>(.*)", line):
            yield begun.pop(thread, thread + " ") + resumed[1]
        else:
            yield line
