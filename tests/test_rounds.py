"""Rounds of DAgger through every real stage, with a tiny student."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ldc import build, learn
from ldc.constrain import Tokens
from ldc.contest import play_seeds
from ldc.dataset import ByExpert
from ldc.finetune.lora import Settings
from ldc.finetune.student import load_student
from ldc.labels import Labelling, alike
from ldc.learn import Budget, Kit
from ldc.play.players import RandomLegal
from ldc.rounds import Round, rounds
from ldc.rounds.relabel import lines_of, relabelled
from ldc.rounds.table import section, table
from ldc.store import read_json
from tests.author.misbehaving import served
from tests.finetune.conftest import tiny_student, tokenizer

__all__ = ["tokenizer"]

ROOT = Path(__file__).parents[1]
BUDGET = Budget(
    label_episodes=12,
    wrong=0.2,
    rows=48,
    output_rows=16,
    play_episodes=4,
    round_episodes=6,
)


@pytest.fixture(scope="module")
def kit(tokenizer: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kit]:
    """Return blackjack with a random Llama of two layers, kept in its own folder."""
    folder = tmp_path_factory.mktemp("rounds")
    student = tiny_student(tokenizer)
    student.model.save_pretrained(folder / "student")
    student.tokenizer.save_pretrained(folder / "student")
    made = build.kit_of(build.open_job("blackjack", ROOT), demo=True, seed=0)
    yield replace(made, budget=BUDGET, folder=folder, student=str(folder / "student"))


def dials() -> Settings:
    return replace(learn.settings(), max_steps=2, save_every=1, valid_every=2)


def turn(kit: Kit, count: int) -> tuple[Round, ...]:
    student = load_student(kit.student)
    return rounds(kit, kit.folder / "policy", count, dials(), student, lambda _: None)


@pytest.fixture(scope="module")
def told(kit: Kit) -> tuple[Round, ...]:
    """Return three rounds, the first made by an ordinary build."""
    student = load_student(kit.student)
    learn.finetune_stage(kit, "functions", kit.folder / "policy", dials(), student)
    return turn(kit, 3)


def test_the_first_round_is_what_a_build_without_rounds_makes(
    kit: Kit, told: tuple[Round, ...]
) -> None:
    made = learn.dataset_stage(
        kit, "functions", Tokens(load_student(kit.student).tokenizer)
    )
    first = read_json(kit.folder / "rounds" / "1" / "policy" / "policy.json")
    assert first["digests"] == learn.tuned_digests(kit, "functions", made, dials())
    assert told[0].met.lines == 0


def test_each_round_counts_what_its_student_met_and_the_last_one_is_kept(
    kit: Kit, told: tuple[Round, ...]
) -> None:
    assert [one.number for one in told] == [1, 2, 3]
    for one in told[1:]:
        met = one.met
        assert met.games == BUDGET.round_episodes
        assert met.lines >= met.games * 2
        assert 0 < met.asked <= met.questions <= met.lines
        assert met.asked <= met.differ <= met.lines
        assert met.unlabelled == 0
    assert [one.examples for one in told] == [BUDGET.rows * k for k in (1, 2, 3)]
    assert all(0 < one.right < 1 for one in told)
    assert len({one.policy for one in told}) == 3
    out = kit.folder / "policy"
    assert read_json(out / "policy.json")["weights"] == told[-1].policy
    assert [row["number"] for row in read_json(out / "rounds.json")] == [1, 2, 3]
    assert section(out, told[-1].policy).count("\n| ") == 5
    assert section(out, told[0].policy) == ""


def test_what_is_done_is_not_done_again(kit: Kit, told: tuple[Round, ...]) -> None:
    kept = kit.folder / "rounds"
    before = {
        file: file.stat().st_mtime_ns
        for file in kept.rglob("*")
        if file.is_file() and file.name != "round.json"
    }
    assert turn(kit, 3) == told
    assert {file: file.stat().st_mtime_ns for file in before} == before


def test_the_table_says_what_was_saved(told: tuple[Round, ...]) -> None:
    rows = [read_row(line) for line in table(plain(told)).splitlines()[2:]]
    assert [row[0] for row in rows] == ["1", "2", "3"]
    assert rows[0][2:] == [f"{told[0].right:.0%}", *[""] * 5]
    met = told[1].met
    assert rows[1][3:7] == [
        *(str(met.lines), str(met.questions), str(met.differ), str(met.asked))
    ]


def plain(told: tuple[Round, ...]) -> list[dict[str, object]]:
    from dataclasses import asdict

    return [asdict(one) for one in told]


def read_row(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_the_teacher_is_asked_only_where_student_and_expert_differ(
    kit: Kit, tmp_path: Path
) -> None:
    pytest.importorskip("openai")
    player = RandomLegal(kit.task, kit.base, 0)
    games = play_seeds(kit, lambda seed: player, "functions", range(12), None)
    lines = list(lines_of(kit.task, games))
    differ = {
        (
            question.stage,
            kit.task.facts(question.state, question.stage, question.results),
        )
        for question, call, _, _ in lines
        if not alike(call, ByExpert(kit.task).calls([question])[0])
    }
    own = replace(kit.project, root=tmp_path)
    with served(reply="stand(state=state, aim=aim)\nEnough.") as server:
        labelling = Labelling(by="teacher", model="toy-1", url=server.url)
        paid = replace(kit, project=own, labelling=labelling)
        found = relabelled(paid, games)
        assert len(server.asked) == len(differ) == found.met.asked
    aims = [label for label in found.missed if label.stage == "aim"]
    assert not aims, "`stand` answers no question about the aim"
    assert {label.call.function for label in found.missed} == {"stand"}
    assert found.met.unlabelled > 0
    agreed = len(lines) - found.met.differ
    assert 0 < len(found.labels) - len(found.missed) <= agreed
    offline = replace(paid, labelling=Labelling(by="teacher"))
    assert relabelled(offline, games) == found
