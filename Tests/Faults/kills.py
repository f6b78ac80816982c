"""SIGKILL at any system call of a run, then the run again."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from office import *

POINTS = int(os.environ.get("POINTS", "200"))


@dataclass
class Scene:
    """A workspace before a run, the run, and what comes of it undisturbed."""

    name: str
    base: Path
    job: Job
    before: Register | None = None
    tree: dict[str, str] = field(default_factory=dict)
    calls: int = 0
    changes: int = 0

    def prepare(self, work: Path) -> None:
        self.before = register(self.base)
        office = copy(self.base, work / f"{self.name}-calm")
        self.job.succeed(office)
        served(office)
        self.tree = tree(office)
        for only_changes in (False, True):
            counted = self.stopped(copy(self.base, office), 0, only_changes)[1]
            same_tree(office, self.tree)
            if only_changes:
                self.changes = counted
            else:
                self.calls = counted
        shutil.rmtree(office)

    def stopped(self, office: Path, turn: int, only_changes: bool, command: str = "") -> tuple[int, int]:
        """Runs and stops at the turn; exit code and calls made."""
        counts = office.with_suffix(".counts")
        how = [*(["-c"] if only_changes else []), *(["-x", command] if command else [])]
        done = self.job.run(office, before=(STOP_AT, *how, turn, counts))
        allowed = (*GOOD, 4, 65, 73) if command else (*GOOD, 137)
        need(done.returncode in allowed, f"exit {done.returncode} under the tracer: {done.stderr[-600:]!r}")
        return done.returncode, int(counts.read_text())

    def attempt(self, *plan) -> bool | str:
        """A trial, or what it showed to be broken: the others go on."""
        try:
            return self.trial(*plan)
        except Broken as problem:
            return str(problem)

    def trial(self, work: Path, turns: list[int], only_changes: bool) -> bool:
        """Killed at each of the turns in a row, then run undisturbed; says whether all the kills struck."""
        office = copy(self.base, work / f"{self.name}-{only_changes}-{'-'.join(map(str, turns))}")
        sent = given(office)
        struck = True
        try:
            for turn in turns:
                struck = self.stopped(office, turn, only_changes)[0] == 137 and struck
                keeps(self.before, office)
                sheets(office, sent)
            self.job.succeed(office)
            keeps(self.before, office)
            sheets(office, sent)
            same_tree(office, self.tree)
        except (Broken, OSError, ValueError, KeyError) as problem:
            kind = "change" if only_changes else "system call"
            raise Broken(f"{self.name} run killed at {kind} {turns}: {problem}; see {office}") from problem
        shutil.rmtree(office)
        return struck


def spread(total: int, points: int) -> list[int]:
    """Turns from the first to the last, evenly spread; all of them where they are few."""
    points = min(points, total)
    return sorted({1 + round(i * (total - 1) / max(1, points - 1)) for i in range(points)})


def kills(scene: Scene, work: Path) -> str:
    plans = [([turn], False) for turn in spread(scene.calls, POINTS)]
    plans += [([turn], True) for turn in spread(scene.changes, POINTS // 2)]
    # The second run begins with mending what the first left: it is killed early and late.
    for first in spread(scene.changes, max(2, POINTS // 16)):
        plans += [([first, second], True) for second in (first // 3 + 1, max(1, scene.changes - first))]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(lambda plan: scene.attempt(work, *plan), plans))
    broken = [problem for problem in found if isinstance(problem, str)]
    need(not broken, f"{len(broken)} of {len(plans)} trials failed, the first: {broken and broken[0]}")
    struck = [bool(hit) for hit in found]
    doubles = [hit for plan, hit in zip(plans, struck) if len(plan[0]) == 2]
    changes = [hit for plan, hit in zip(plans, struck) if len(plan[0]) == 1 and plan[1]]
    calls = [hit for plan, hit in zip(plans, struck) if not plan[1]]
    # How threads wait for each other differs from run to run: the last kills may come too late.
    need(sum(calls) >= len(calls) * 0.9 - 1, f"only {sum(calls)} of {len(calls)} kills struck")
    return (
        f"{sum(calls)} of {scene.calls} system calls, {sum(changes)} of {scene.changes} changes of files, "
        f"{len(doubles)} times twice"
    )


def first_scene(bases: Path) -> Scene:
    return Scene("first", sample(bases / "first"), OCTOBER)


def second_scene(bases: Path) -> Scene:
    """Everything to October is out; then November, a late sheet, a sheet withdrawn by name, notices withdrawn."""
    office = sample(bases / "second")
    ALL_TO_OCTOBER.succeed(office)
    drop_late(office)
    done = tongbao("withdraw", "-C", office, "ZZ-10001", "--reason", "认定有误")
    need(done.returncode == 0, done.stderr)
    return Scene("second", office, ALL_TO_NOVEMBER)
