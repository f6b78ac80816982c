"""Kills, full disks, hostile files and impatient readers: what `tongbao` promises when things go wrong.

`check_faults.py FOLDER [NAME…]` tries everything, or the checks alone whose names have one of the words, and ends with
a table of what was tried and whether it held. TONGBAO names the program, STOP_AT the tracer.
"""

import sys
import time
import traceback
from pathlib import Path

import disks
import hostile
import kills
import many
import reader
import surroundings
import traces
from office import *

WORK = Path(sys.argv[1]).resolve()
FOLDER = Path(os.environ.get("FOLDER", WORK)).resolve()
WORDS = sys.argv[2:]
checks = []


class Skipped(Exception):
    """What cannot be tried here, and why."""


def check(name: str):
    def note(function):
        checks.append((name, function))
        return function

    return note


scenes: dict[str, kills.Scene] = {}


def scene(name: str) -> kills.Scene:
    """A workspace with its undisturbed run, made when it is first asked for."""
    if name not in scenes:
        made = {"first": kills.first_scene, "second": kills.second_scene}[name](WORK / "bases")
        made.prepare(WORK)
        scenes[name] = made
    return scenes[name]


@check("kill: first run")
def kill_first() -> str:
    return kills.kills(scene("first"), WORK)


@check("kill: corrections, notices withdrawn")
def kill_second() -> str:
    return kills.kills(scene("second"), WORK)


def needs_mounts() -> None:
    """Small and read-only disks are mounted, which root alone may do, and not in every container."""
    if not disks.is_root():
        raise Skipped("mounting a disk takes root")
    try:
        with disks.small_disk(WORK / "mount", 1 << 20):
            pass
    except Broken as problem:
        raise Skipped(f"no disk can be mounted here: {problem}") from problem


def full_disk(name: str, part: str, sizes: int = 24):
    def run() -> str:
        needs_mounts()
        return disks.full(scene(name), WORK, part, sizes)

    return run


check("full disk: first run")(full_disk("first", ""))
check("full disk: corrections")(full_disk("second", ""))
check("full disk: public/ alone")(full_disk("second", "public", 16))
check("full disk: archive/ alone")(full_disk("first", "archive", 12))


@check("read-only folders")
def read_only() -> str:
    needs_mounts()
    parts = ("public", "archive", "quarantine", "internal", "inbox", "")
    return "; ".join(disks.read_only_folder(scene("first"), WORK, part) for part in parts)


@check("read-only public/, corrections")
def read_only_public() -> str:
    needs_mounts()
    return disks.read_only_folder(scene("second"), WORK, "public")


@check("vanished inbox")
def vanished_inbox() -> str:
    return disks.vanished_inbox(scene("first"), WORK)


@check("unreadable sheet")
def unreadable() -> str:
    return disks.unreadable(scene("first"), WORK)


@check("clock set back")
def clock_set_back() -> str:
    return disks.clock_set_back(scene("second"), WORK)


@check("two runs at once")
def two_runs() -> str:
    return disks.two_runs(scene("first"), WORK)


@check("readers during publications")
def readers() -> str:
    return reader.publications(WORK, int(os.environ.get("PUBLICATIONS", "50")))


@check("hostile names and contents")
def hostile_inbox() -> str:
    return hostile.hostile(WORK, disks.is_root())


@check("strace: no network, nothing outside")
def system_calls() -> str:
    return traces.whole_run(copy(scene("second").base, WORK / "traced"), WORK)


@check("manifests")
def manifests() -> str:
    office = copy(scene("second").base, WORK / "manifests")
    ALL_TO_NOVEMBER.succeed(office)
    return surroundings.manifests(office)


@check("cron: empty environment")
def empty_environment() -> str:
    return surroundings.empty_environment(WORK)


@check("systemd units")
def units() -> str:
    if not shutil.which("systemd-analyze"):
        raise Skipped("systemd-analyze is not there")
    return surroundings.units(WORK)


@check("many small files")
def many_files() -> str:
    # On the disk itself: how long it takes to have them safe is part of the answer.
    folder = FOLDER / "many"
    folder.mkdir(parents=True, exist_ok=True)
    return many.many(folder, int(os.environ.get("FILES", "100000")))


@check("package in a Debian without Swift")
def package() -> str:
    deb = os.environ.get("PACKAGE")
    if not deb:
        raise Skipped("there is no package yet; `make deb` makes it")
    judged = subprocess.run(["lintian", "--tag-display-limit", "0", deb], capture_output=True, text=True)
    need(judged.returncode == 0, f"lintian: {judged.stdout[-800:]}{judged.stderr[-300:]}")
    script = Path(__file__).with_name("check-deb.sh")
    done = subprocess.run(["bash", script, FOLDER, deb], capture_output=True, text=True)
    if done.returncode == 77:
        raise Skipped(done.stdout.strip())
    need(done.returncode == 0, f"exit {done.returncode}: {done.stdout[-500:]}{done.stderr[-500:]}; see {FOLDER}/deb.log")
    warnings = judged.stdout.splitlines()
    return f"installed, init, run, status, doctor, verify, man, purged; lintian: no error, {len(warnings)} warnings {warnings[:3]}"


def main() -> None:
    rows = []
    for name, function in checks:
        if WORDS and not any(word in name for word in WORDS):
            continue
        start = time.monotonic()
        print(f"… {name}", flush=True)
        try:
            row = ("ok", name, function())
        except Skipped as reason:
            row = ("skip", name, str(reason))
        except Broken as problem:
            row = ("FAIL", name, str(problem))
        except Exception:
            row = ("FAIL", name, traceback.format_exc())
        rows.append((*row, time.monotonic() - start))
        print(f"{row[0]:4} {name}: {row[2]}", flush=True)
    print()
    for verdict, name, said, seconds in rows:
        print(f"{verdict:4} {seconds:5.0f} s  {name}: {said.strip().splitlines()[-1] if verdict == 'FAIL' else said}")
    bad = sum(verdict == "FAIL" for verdict, *_ in rows)
    skipped = sum(verdict == "skip" for verdict, *_ in rows)
    print(f"{len(rows)} checks, {bad} failed, {skipped} skipped")
    sys.exit(bad > 0)


main()
