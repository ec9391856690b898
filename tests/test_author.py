"""`ldc author` as a user meets it: on blackjack, with a scripted teacher."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ldc.base import constrain_stage
from ldc.jail import Jail
from ldc.job import open_job
from ldc.play.players import Expert
from ldc.play.rollout import rollout
from tests.author.misbehaving import Server, served, status
from tests.author.scripted import Script, teacher

pytest.importorskip("openai")

SECRET = "sk-planted-4711"

STICK = '''```python
def stay_put(state: State, aim: Aim) -> Choice:
    """Take no more cards."""
    return "stick"
```'''
STICK_HOLDS = """```python
def always_still(state: State, aim: Aim, answer: Choice) -> bool:
    return answer == "stick"
```"""
HIT = STICK.replace("stay_put", "take_card").replace('"stick"', '"hit"')
HIT_HOLDS = STICK_HOLDS.replace(
    '== "stick"', '== ("stick" if state.total >= 21 else "hit")'
)
MENDED = HIT.replace('return "hit"', 'return "hit" if state.total < 21 else "stick"')
AIM = """```python
def stop_seventeen(state: State) -> Aim:
    return DEALER_STANDS
```"""
AIM_HOLDS = """```python
def always_as_the_dealer(state: State, answer: Aim) -> bool:
    return answer == 17
```"""
SCRIPT: Script = {
    "dealer is strong": (AIM, AIM_HOLDS),
    "has reached the aim": (STICK, STICK_HOLDS),
    "short of the aim": (HIT, HIT_HOLDS, MENDED),
}
ASKED = (
    "--teacher-model",
    "toy-1",
    "--functions",
    "2",
    "--rounds",
    "2",
    "--draws",
    "1",
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project of a user."""
    folder = tmp_path_factory.mktemp("home")
    (folder / "ldc.toml").write_text("format = 1\n", "utf-8")
    return folder


def ldc(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command in the project, with a key in the environment."""
    command = [sys.executable, "-m", "ldc", *words]
    environment = {**os.environ, "LDC_TEACHER_KEY": SECRET}
    environment["PYTHONPATH"] = str(Path(__file__).parents[1])
    return subprocess.run(
        command, cwd=home, env=environment, capture_output=True, text=True, check=False
    )


def author(home: Path, server: Server | None, *words: str) -> dict[str, Any]:
    """Let the teacher write for blackjack, and return the summary."""
    if server:
        words = (*ASKED, "--teacher-url", server.url, *words)
    done = ldc(home, "author", "blackjack", "--json", *words)
    assert done.returncode in (0, 1), done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told | {"exit": done.returncode}


def files(home: Path) -> dict[str, str]:
    """Return the text of all that the run wrote, but for what `.ldc` keeps."""
    folder = home / "taught"
    return {
        file.relative_to(folder).as_posix(): file.read_text("utf-8")
        for file in sorted(folder.rglob("*"))
        if file.is_file() and ".ldc" not in file.parts
    }


def test_a_base_is_written_and_repeated_offline(home: Path) -> None:
    with served(reply=teacher(SCRIPT)) as server:
        told = author(home, server)
    assert (told["asked"], told["accepted"], told["gave_up"]) == (4, 3, 1)
    assert (told["rounds"], told["exit"]) == ({"1": 2, "2": 1}, 0)
    written = files(home)
    place = "function_base/blackjack/play"
    assert 'return "stick"' in written[f"{place}/stay_put.py"]
    assert f"{place}/take_card.py" in written
    by = json.loads(written["function_base/blackjack/provenance.json"])
    assert by["take_card"]["by"].startswith("toy-1, ledger ")
    assert by["take_card"]["by"].endswith(", 2 rounds")

    offline = author(home, None, "--offline")
    assert (offline["same_digest"], offline["asked_now"]) == (True, 0)
    same = ("asked", "accepted", "gave_up", "rounds", "tokens", "cost", "digest")
    assert {k: offline[k] for k in same} == {k: told[k] for k in same}
    assert files(home) == written


def test_the_key_is_nowhere(home: Path) -> None:
    with served(status(401, f"bad key {SECRET}")) as server:
        words = (*ASKED, "--teacher-url", server.url, "--seed", "5")
        done = ldc(home, "author", "blackjack", *words)
    assert done.returncode == 2
    assert "bad key [key]" in done.stderr and "Traceback" not in done.stderr
    kept = [f for f in home.rglob("*") if f.is_file()]
    texts = [done.stdout, done.stderr, *(f.read_text("utf-8", "replace") for f in kept)]
    assert not [text for text in texts if SECRET in text]


def test_the_base_is_one_that_every_command_takes(home: Path) -> None:
    done = ldc(home, "check", "blackjack", "--project", "taught")
    assert (done.returncode, done.stdout) == (0, "3 accepted\n")


def test_the_base_plays_by_its_manuals(home: Path) -> None:
    done = ldc(home, "constrain", "blackjack", "--project", "taught", "--json")
    assert done.returncode == 0, done.stderr
    job = open_job("blackjack", home / "taught")
    base, _, _ = constrain_stage(job)
    with Jail(job.task, base.functions) as jail:
        for seed in range(20):
            game = rollout(job.task, jail, Expert(job.task), seed)
            assert game.terminated and not game.invalid_calls


def test_what_a_person_edited_stays(home: Path) -> None:
    file = home / "taught/function_base/blackjack/play/stay_put.py"
    edited = file.read_text("utf-8").replace("Take no more cards.", "Stay.")
    file.write_text(edited, "utf-8")
    with served(reply=teacher(SCRIPT)) as server:
        told = author(home, server)
    assert file.read_text("utf-8") == edited
    rows = {row["condition"]: row for row in told["functions"]}
    assert not rows["the total has reached the aim"]["accepted"]


def test_what_ldc_ships_is_never_written_to(home: Path) -> None:
    assert not (home / "function_base").exists()


def test_set_aside_is_the_evidence(home: Path) -> None:
    folder = home / "taught/.ldc/blackjack/set_aside"
    rows = [json.loads(f.read_text("utf-8")) for f in sorted(folder.glob("*.json"))]
    assert rows
    assert all(row["wrong"] and row["ledger"] for row in rows)


def test_a_dry_run_asks_nobody_and_writes_nothing(home: Path) -> None:
    words = ("--dry-run", "--teacher-model", "other", "--price", "1/10")
    told = author(home, None, *words, "--into", "elsewhere")
    assert not (home / "elsewhere").exists()
    assert (told["asked"], told["recorded"]) == (7, 0)
    assert told["calls"] == {"least": 14, "most": 224}
    assert 0 < told["cost"]["least"] < told["cost"]["most"]


def test_a_task_of_ones_own_is_there_by_a_link(tmp_path: Path) -> None:
    (tmp_path / "ldc.toml").write_text("format = 1\n", "utf-8")
    assert ldc(tmp_path, "new", "whist", "--from", "blackjack").returncode == 0
    with served(reply="I do not know.") as server:
        words = ("--teacher-url", server.url, *ASKED, "--max-calls", "1")
        done = ldc(tmp_path, "author", "whist", *words)
    assert (done.returncode, "stopped by --max-calls" in done.stdout) == (1, True)
    done = ldc(tmp_path, "author", "whist", "--dry-run", "--project", "taught")
    assert "no run of a teacher is recorded" in done.stderr


@pytest.mark.parametrize(
    ("words", "where"),
    [
        (("--offline", "--into", "elsewhere"), "no run of a teacher is recorded"),
        (("--teacher-url", "http://x"), "no model is named"),
        (("--max-cost", "1", "--offline"), "cannot be counted without a price"),
        (("--price", "cheap", "--offline"), "'cheap' is not READ/WRITTEN"),
        (("--offline", "--teacher-model", "never-asked"), "does not hold"),
    ],
)
def test_wrong_use_is_one_error(home: Path, words: tuple[str, ...], where: str) -> None:
    done = ldc(home, "author", "blackjack", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert where in done.stderr and "Traceback" not in done.stderr
