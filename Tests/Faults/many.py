"""A hundred thousand small files in the inbox at once."""

import time

from office import *


def fill(office: Path, count: int) -> None:
    for number in range(count):
        text = HEAD + row(100_000 + number, place=f"第{number}处")
        # One in fifty comes twice, one in fifty is no sheet.
        if number % 50 == 1:
            text = HEAD + row(100_000 + number - 1, place=f"第{number - 1}处")
        elif number % 50 == 2:
            text = f"nothing {number}\n"
        drop(office, f"综合执法局-巡查-{number:06}.csv", text.encode())


def many(work: Path, count: int) -> str:
    """All are taken in by one run; half of them and all of them show that time and memory grow in proportion."""
    told = []
    seconds: list[float] = []
    memory: list[int] = []
    for share in (count // 2, count):
        # Beside the one before: ext4 is slow to give away names of files just removed.
        office = sample(work / f"many-{share}")
        fill(office, share)
        before = len(given(office))
        start = time.monotonic()
        log = work / "many.time"
        done = OCTOBER.run(office, before=("/usr/bin/time", "-f", "%M %U %S", "-o", log))
        clear_words(done, 3)
        wall = time.monotonic() - start
        peak, user, system = log.read_text().split()[-3:]
        seconds.append(float(user) + float(system))
        memory.append(int(peak) >> 10)
        told.append(f"{share} files in {wall:.0f} s ({seconds[-1]:.0f} s of CPU, {memory[-1]} MB)")
        events: dict[str, int] = {}
        for line in (office / "archive/journal.jsonl").read_bytes().splitlines():
            event = json.loads(line)["what"]
            events[event] = events.get(event, 0) + 1
        need(not given(office), "a sheet was left in the inbox")
        need(sum(events.values()) == len(list((SAMPLE / "inbox").iterdir())) + share, f"the journal has {events}")
        need(events["quarantined"] == share // 50, f"the journal has {events}")
        need(before > 0 and served(office), "nothing came out")
    start = time.monotonic()
    OCTOBER.succeed(office)
    told.append(f"again, with nothing new, {time.monotonic() - start:.0f} s")
    shutil.rmtree(work)
    need(seconds[1] < seconds[0] * 2.6 + 5, f"time grows faster than the files: {told}")
    need(memory[1] < memory[0] * 2.6 + 100, f"memory grows faster than the files: {told}")
    return "; ".join(told)
