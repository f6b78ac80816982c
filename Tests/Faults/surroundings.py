"""Manifests, empty environments, cron and systemd."""

from office import *


def manifests(office: Path) -> str:
    folders = sorted(path.parent for path in (office / "public").rglob("MANIFEST.sha256"))
    issues = register(office).value["issues"]
    need(len(folders) == len(issues), f"{len(folders)} manifests of {len(issues)} issues")
    lines = 0
    for folder in folders:
        done = subprocess.run(["sha256sum", "--strict", "-c", "MANIFEST.sha256"], cwd=folder, capture_output=True, text=True)
        need(done.returncode == 0, f"{folder}: {done.stdout[-300:]}{done.stderr[-300:]}")
        files = [path for path in folder.rglob("*") if path.is_file() and path.name != "MANIFEST.sha256"]
        need(len(done.stdout.splitlines()) == len(files), f"{folder}: the manifest does not name every file")
        lines += len(files)
    return f"{len(folders)} issues, {lines} files"


def installed(work: Path) -> Path:
    """The program as `make install` lays it out."""
    prefix = work / "prefix"
    shutil.rmtree(prefix, ignore_errors=True)
    (prefix / "bin").mkdir(parents=True)
    shutil.copy2(TONGBAO, prefix / "bin/tongbao")
    shutil.copytree(ROOT / "templates", prefix / "share/tongbao/templates")
    return prefix / "bin/tongbao"


def empty_environment(work: Path) -> str:
    """No variable, no terminal, standard input closed: silent where all is well."""
    program = installed(work)
    office = work / "cron/srv/kaoping"
    shutil.rmtree(work / "cron", ignore_errors=True)
    office.parent.mkdir(parents=True)

    def run(line: str, *codes: int) -> str:
        done = subprocess.run(
            ["/usr/bin/env", "-i", "/bin/sh", "-c", f"exec <&-; {line}"],
            capture_output=True, start_new_session=True, close_fds=True, cwd="/",
        )  # fmt: skip
        need(done.returncode in (codes or (0,)), f"`{line}`: exit {done.returncode}: {done.stdout + done.stderr!r}")
        return (done.stdout + done.stderr).decode()

    run(f"{program} init {office}")
    for sheet in (office / "示例").iterdir() if (office / "示例").is_dir() else []:
        if sheet.is_file() and sheet.suffix in (".csv", ".xml", ".txt"):
            drop(office, sheet.name, sheet.read_bytes())
    ran = 0
    for line in (ROOT / "samples/scheduling/crontab.txt").read_text().splitlines():
        fields = line.split(None, 5)
        if len(fields) < 6 or not re.match(r"[\d*]", line):
            continue
        said = run(fields[5].replace("/usr/bin/tongbao", str(program)).replace("/srv/kaoping", str(office)))
        need(said == "", f"cron would mail: {said[:400]}")
        ran += 1
    need(ran == 2, f"{ran} lines of the crontab were run")
    need(not given(office), "a sheet was left in the inbox")
    run(f"cd {office} && {program} run --date 2017-11-06 >&- 2>&-", 0)
    run(f"cd {office} && {program} run 2>/dev/full >/dev/full", 0)
    served(office)
    shutil.rmtree(work / "cron")
    return f"init, {ran} lines of the crontab, run with all streams closed: silent, exit 0"


def units(work: Path) -> str:
    """The sample units with paths and an account that are there."""
    folder = work / "units"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    program = installed(work)
    for unit in (ROOT / "samples/scheduling").glob("tongbao.*"):
        text = unit.read_text().replace("/usr/bin/tongbao", str(program)).replace("User=kaoping", "User=daemon")
        (folder / unit.name).write_text(text.replace("/srv/kaoping", str(work)))
    names = sorted(str(path) for path in folder.iterdir())
    done = subprocess.run(["systemd-analyze", "verify", "--man=no", *names], capture_output=True, text=True)
    ours = [line for line in (done.stdout + done.stderr).splitlines() if "tongbao" in line]
    need(done.returncode == 0 and not ours, f"exit {done.returncode}: {done.stdout + done.stderr}")
    return f"systemd-analyze verify of {len(names)} units"
