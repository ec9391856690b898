"""From the base to the score table through every real stage, with a tiny student."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ldc import build, contest, learn
from ldc.constrain import Tokens
from ldc.errors import DatasetError, PolicyError
from ldc.finetune.lora import Settings
from ldc.finetune.policy import load_policy
from ldc.finetune.student import load_student
from ldc.learn import Budget, Kit
from tests.finetune.conftest import tiny_student, tokenizer

__all__ = ["tokenizer"]

ROOT = Path(__file__).parents[1]
BUDGET = Budget(label_episodes=20, wrong=0.2, rows=48, output_rows=16, play_episodes=3)


@pytest.fixture(scope="module")
def kit(tokenizer: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kit]:
    """Return blackjack with a random Llama of two layers, kept in its own folder."""
    folder = tmp_path_factory.mktemp("build")
    student = tiny_student(tokenizer)
    student.model.save_pretrained(folder / "student")
    student.tokenizer.save_pretrained(folder / "student")
    made = build.kit_of(build.open_job("blackjack", ROOT), demo=True, seed=0)
    yield replace(made, budget=BUDGET, folder=folder, student=str(folder / "student"))


def dials() -> Settings:
    return replace(learn.settings(), max_steps=2, save_every=1, valid_every=2)


@pytest.fixture(scope="module")
def places(kit: Kit) -> dict[str, tuple[learn.Kind, Path]]:
    """Return both students, fine-tuned for two steps."""
    student = load_student(kit.student)
    found = dict(learn.places(kit, kit.folder / "policy"))
    for kind, folder in found.values():
        learn.finetune_stage(kit, kind, folder, dials(), student)
    return found


def test_a_whole_contest(kit: Kit, places: dict[str, tuple[learn.Kind, Path]]) -> None:
    said: list[str] = []
    report, games = contest.contest(kit, places, said.append)
    names = [score.player for score in report.scores]
    assert names == [
        *("random-legal", "constant", "code-only", "zero-shot"),
        *("LD", "KD-outputs", "expert"),
    ]
    assert all(score.invalid_calls == 0 for score in report.scores)
    first = contest.PLAY_SEEDS
    for played in games.values():
        assert [game.seed for game in played] == [first, first + 1, first + 2]
    assert {score.player for score in report.scores if score.bits} == {
        *("zero-shot", "LD", "KD-outputs")
    }


def test_what_is_done_is_not_done_again(
    kit: Kit, places: dict[str, tuple[learn.Kind, Path]]
) -> None:
    before = {
        file: file.stat().st_mtime_ns
        for file in kit.folder.rglob("*")
        if file.is_file() and "student" not in file.parts
    }
    student = load_student(kit.student)
    for kind, folder in places.values():
        learn.finetune_stage(kit, kind, folder, dials(), student)
    contest.contest(kit, places, lambda _: None)
    again = {file: file.stat().st_mtime_ns for file in before}
    assert again == before


def test_a_policy_of_another_base_is_refused(
    kit: Kit, places: dict[str, tuple[learn.Kind, Path]]
) -> None:
    base = replace(kit.base, digest="0123456789abcdef")
    other = replace(kit, base=base)
    with pytest.raises(PolicyError, match="the base was .* is '0123456789abcdef' now"):
        load_policy(places["LD"][1], other.digests("functions"))


def test_a_truncated_dataset_is_named_with_its_line(
    kit: Kit, places: dict[str, tuple[learn.Kind, Path]]
) -> None:
    file = kit.folder / "dataset-functions" / "train.jsonl"
    whole = file.read_text()
    file.write_text(whole[:-40])
    lines = whole.count("\n")
    tokens = Tokens(load_student(kit.student).tokenizer)
    try:
        with pytest.raises(DatasetError, match=rf"train\.jsonl:{lines}"):
            learn.dataset_stage(kit, "functions", tokens)
    finally:
        file.write_text(whole)
