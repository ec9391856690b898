"""`ldc check --watch`: every edit is seen, also one of the same length at once."""

import os
import queue
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.listing import ROOT

PATIENCE = 60.0
"""Seconds for an answer; a cold mypy under load takes some."""

START = (
    # A runner in the background hands down that SIGINT is ignored.
    "import signal, sys; from ldc import cli\n"
    "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
    "sys.argv[1:] = ['check', sys.argv[1], '--watch']; cli.main()"
)


class Watching:
    """A running `ldc check --watch`, and what it printed."""

    def __init__(self, project: Path, task: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", START, task],
            cwd=project,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.put(line)

    def until(self, pattern: str) -> str:
        """Return what is printed up to a line that matches."""
        told = ""
        while True:
            try:
                line = self.lines.get(timeout=PATIENCE)
            except queue.Empty:
                raise AssertionError(f"no {pattern!r} in {told!r}") from None
            told += line
            if re.match(pattern, line):
                return told


@pytest.fixture
def stand(checked: Path, tmp_path: Path) -> Path:
    """Return a function file of blackjack, in a project of its own."""
    shutil.copytree(checked, tmp_path, dirs_exist_ok=True)
    return tmp_path / "function_base/blackjack/play/stand.py"


@pytest.fixture
def watching(stand: Path) -> Iterator[Watching]:
    """Watch blackjack, after its first answer."""
    watching = Watching(stand.parents[3], "blackjack")
    watching.until("7 accepted$")
    yield watching
    watching.process.kill()
    watching.process.wait()


def test_every_edit_of_the_same_length_is_seen(stand: Path, watching: Watching) -> None:
    good = stand.read_text("utf-8")
    bad = good.replace('return "stick"', 'return "stuck"')
    assert len(good) == len(bad)
    for _ in range(5):
        stand.write_text(bad, "utf-8")
        told = watching.until("all: ")
        assert "LDC201" in told
        assert told.endswith("rejected: stand\nall: 6 accepted; 1 rejected: stand\n")
        stand.write_text(good, "utf-8")
        assert watching.until("all: ") == "accepted: stand\nall: 7 accepted\n"


def test_only_what_changed_is_told(stand: Path, watching: Watching) -> None:
    text = stand.read_text("utf-8")
    stand.write_text(text, "utf-8")  # an event, and nothing new
    stand.write_text(text.replace("def stand(", "def stand(("), "utf-8")
    assert "LDC006" in watching.until("all: 6 accepted; 1 rejected: stand$")
    stand.write_text(text, "utf-8")
    assert watching.until("all: ") == "accepted: stand\nall: 7 accepted\n"
    renewed = stand.with_suffix(".new")
    renewed.write_text(text, "utf-8")
    renewed.replace(stand)  # as editors write
    other = stand.with_name("draw_card.py")
    other.unlink()
    told = watching.until("all: 6")
    assert told == "deleted: draw_card\nall: 6 accepted\n"


def test_an_error_is_told_once_and_does_not_end_it(
    stand: Path, watching: Watching
) -> None:
    damaged = stand.parents[1] / "counterexamples.jsonl"
    damaged.write_text("{", "utf-8")
    assert "counterexamples.jsonl" in watching.until("  mend: ")
    stand.touch()
    damaged.unlink()
    assert watching.until("all: ") == "all: 7 accepted\n"


def test_trusted_code_starts_the_command_again(checked: Path, tmp_path: Path) -> None:
    shutil.copytree(checked / ".ldc" / "mypy", tmp_path / ".ldc" / "mypy")
    (tmp_path / "ldc.toml").write_text("format = 1\n")
    new = [sys.executable, "-m", "ldc", "new", "whist", "--from", "blackjack"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    subprocess.run(new, cwd=tmp_path, env=environment, check=True, capture_output=True)
    watching = Watching(tmp_path, "whist")
    try:
        watching.until("7 accepted$")
        state = tmp_path / "tasks/whist/state.py"
        text = state.read_text("utf-8")
        state.write_text(text.replace('"stick"', '"stuck"'), "utf-8")
        watching.until("tasks/whist changed, starting again$")
        told = watching.until(r"\d+ accepted; ")
        assert "stand" in told.splitlines()[-1]
    finally:
        watching.process.kill()
        watching.process.wait()


def test_ctrl_c_ends_it_well(watching: Watching) -> None:
    watching.process.send_signal(signal.SIGINT)
    assert watching.process.wait(PATIENCE) == 0
    assert watching.lines.empty()
