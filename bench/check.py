"""What a check costs, on a base of many functions: `python -m bench.check [SIZE]`.

Makes the base in a temporary project and times the commands as a user runs them: cold,
after one edit, after none; then the watch, the edits that a clock cannot tell, and the
mutants a second. An edit changes a word of a manual, so nothing of a verdict is reused.
The commands run on a copy of ldc with its bytecode, as pip installs it. Beside the wall
clock stands the processor time, which other work on the machine does not change.
"""

import compileall
import os
import queue
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from statistics import median

import ldc
from bench.bases import write_base
from ldc import base, build, store
from ldc.check import Settings
from ldc.check.mutants.make import make
from ldc.check.pool import Pool
from ldc.check.trial import types_of
from ldc.jail import Lab

LDC = [sys.executable, "-m", "ldc"]
TIMES = 5
EDITS = 100
WORDS = ("board", "field", "squares", "map", "grid", "ground", "terrain", "area")


def main() -> None:
    """Print a Markdown table."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as site:
        root = Path(folder)
        _install(Path(site))
        files = write_base(root, size)
        print(
            f"| {size} functions, 200 inputs each | wall | processor |\n|---|---|---|"
        )
        _row("cold, whole", [_seconds(root)])
        _row("nothing edited", [_seconds(root) for _ in range(TIMES)])
        _row("one function edited", [_after_edit(root, files, n) for n in range(TIMES)])
        watched = f"{median(_watched(root, files)):.2f} s"
        print(f"| one function edited, `--watch` | {watched} | |", flush=True)
        seen = _seen(root, files[0])
        print(f"| same-length edits seen | {seen} of {EDITS} | |", flush=True)
        print(f"| mutants a second | {_mutants(root, files):.0f} | |", flush=True)


def _install(site: Path) -> None:
    """Copy ldc with its bytecode to where the commands find it first."""
    shutil.copytree(Path(ldc.__file__).parent, site / "ldc")
    compileall.compile_dir(site, quiet=1)
    os.environ["PYTHONPATH"] = str(site)


def _row(what: str, took: list[tuple[float, float]]) -> None:
    wall, processor = (median(column) for column in zip(*took, strict=True))
    print(f"| {what} | {wall:.2f} s | {processor:.2f} s |", flush=True)


def _seconds(root: Path) -> tuple[float, float]:
    """Return what a check took, by the clock and by the processor."""
    start, before = time.perf_counter(), _processor()
    done = subprocess.run(
        [*LDC, "check", "pursuit", "--project", str(root), "--json"],
        capture_output=True,
        text=True,
        cwd=root,
    )
    if done.returncode:
        raise SystemExit(done.stdout[-2000:] + done.stderr[-2000:])
    return time.perf_counter() - start, _processor() - before


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _edit(file: Path, word: str) -> None:
    text = file.read_text("utf-8")
    edited = re.sub(r"state: The \w+ as", f"state: The {word} as", text, count=1)
    file.write_text(edited, "utf-8")


def _after_edit(root: Path, files: list[Path], number: int) -> tuple[float, float]:
    _edit(files[number], WORDS[number + 1])
    return _seconds(root)


def _watched(root: Path, files: list[Path]) -> list[float]:
    """Return the seconds from an edit to what `--watch` says of it."""
    watch = subprocess.Popen(
        [*LDC, "check", "pursuit", "--project", str(root), "--watch"],
        stdout=subprocess.PIPE,
        text=True,
        cwd=root,
    )
    assert watch.stdout is not None
    lines: queue.Queue[str] = queue.Queue()
    told = watch.stdout
    threading.Thread(target=lambda: [*map(lines.put, told)], daemon=True).start()
    seconds = []
    try:
        _until(lines, "accepted", 120.0)
        for number in range(TIMES):
            time.sleep(1.0)
            start = time.perf_counter()
            # A fault, so that there is something to say; then it is taken back.
            file = files[-1 - number]
            right = file.read_text("utf-8")
            file.write_text(right.replace("targets == (", "targets != ("), "utf-8")
            if right == file.read_text("utf-8"):
                file.write_text(right.replace("min(row", "max(row", 1), "utf-8")
            _until(lines, "rejected", 30.0)
            seconds.append(time.perf_counter() - start)
            file.write_text(right, "utf-8")
            _until(lines, "accepted", 30.0)
    finally:
        watch.kill()
    return seconds


def _until(lines: "queue.Queue[str]", word: str, seconds: float) -> None:
    end = time.monotonic() + seconds
    while word not in lines.get(timeout=max(0.1, end - time.monotonic())):
        pass


def _seen(root: Path, file: Path) -> int:
    """Return how many edits of the same length, made at once, change the verdict."""
    alone = root / "alone"
    text = file.read_text("utf-8")
    own = alone / file.relative_to(root)
    own.parent.mkdir(parents=True)
    (alone / "ldc.toml").write_text("format = 1\n", "utf-8")
    own.write_text(text, "utf-8")
    job = build.open_job("pursuit", alone)
    seen = 0
    base.check_stage(job)
    for number in range(EDITS):
        # Only mypy sees the fault, and mypy goes by time and length.
        wrong = number % 2 == 0
        edited = text.replace("hunters after", f"hunters {number:05}", 1)
        if wrong:
            edited = edited.replace("-> int:", "-> str:", 1)
        own.write_text(edited, "utf-8")  # right after the check before it
        (verdict,) = base.check_stage(job)
        seen += (verdict.outcome != "accepted") == wrong
    return seen


def _mutants(root: Path, files: list[Path]) -> float:
    """Return mutants a second: made, compiled, and run in the jail."""
    from ldc.author.source import read_properties
    from ldc.check.trial import own

    job = build.open_job("pursuit", root)
    functions = [f for f in base.author_stage(job) if f.stage == "route"][:20]
    folder = store.workspace(root, job.task.name, "inputs")
    pool = Pool(job.task, (), Settings(examples=60), folder, "bench")
    made = 0
    seconds = 0.0
    for function in functions:
        properties = read_properties(function, task=job.task)
        inputs = pool.inputs(types_of(function), "shown")
        with Lab(job.task, (function, *properties)) as lab:
            lab.batch(function.name, [own(function, row) for row in inputs[:1]])
            start = time.perf_counter()
            mutants = make(function)
            tested = lab.versions(
                function.name,
                [(mutant.defines, mutant.code) for mutant in mutants],
                examples=(),
                properties={p.name: [own(p, r) for r in inputs] for p in properties},
                calls=[own(function, row) for row in inputs],
            )
            made += len([*tested])
            seconds += time.perf_counter() - start
    return made / seconds


if __name__ == "__main__":
    main()
