"""The committed ledger of a live teacher comes to the committed base, asking nobody."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ldc.author.ledger import Ledger
from ldc.base import check_stage
from ldc.job import open_job
from tests.listing import ROOT

TAUGHT = ROOT / "taught" / "function_base"


def test_the_committed_ledger_rebuilds_the_committed_base(tmp_path: Path) -> None:
    """Blackjack alone: pursuit takes minutes (`ldc author pursuit --offline`)."""
    shutil.copytree(TAUGHT / "blackjack", tmp_path / "function_base" / "blackjack")
    (tmp_path / "ldc.toml").write_text("format = 1\n", "utf-8")
    for file in (tmp_path / "function_base").glob("*/*/*.py"):
        file.unlink()
    words = ("author", "blackjack", "--offline", "--json", "--into", str(tmp_path))
    done = subprocess.run(
        [sys.executable, "-m", "ldc", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    record = json.loads((TAUGHT / "blackjack" / "teacher.json").read_text("utf-8"))
    assert told["same_digest"] is True
    assert (told["asked_now"], told["reworded"]) == (0, 0)
    assert told["accepted"] == record["accepted"] > 0
    assert told["asked"] == record["asked"]
    for file in TAUGHT.glob("blackjack/*/*.py"):
        again = tmp_path / "function_base" / file.relative_to(TAUGHT)
        assert again.read_bytes() == file.read_bytes()


@pytest.mark.parametrize("task", ["pursuit", "blackjack"])
def test_the_committed_base_is_accepted_by_itself(task: str) -> None:
    job = open_job(task, ROOT / "taught")
    verdicts = check_stage(job)
    assert {verdict.outcome for verdict in verdicts} == {"accepted"}
    record = json.loads((TAUGHT / task / "teacher.json").read_text("utf-8"))
    assert len(verdicts) == record["accepted"]


@pytest.mark.parametrize("task", ["pursuit", "blackjack"])
def test_the_ledger_says_which_teacher_and_what_it_cost(task: str) -> None:
    entries = [*Ledger(TAUGHT / task / "ledger").entries()]
    assert entries
    assert {entry.request.model for entry in entries} == {
        "qwen2.5-coder-1.5b-instruct-q4_k_m"
    }
    assert all(entry.reply.completion_tokens > 0 for entry in entries)
    assert not any(entry.reply.estimated for entry in entries)
