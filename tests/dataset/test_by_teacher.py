"""The teacher says which call is right: only a legal call counts, and is asked once."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ldc.author.asking import Asking
from ldc.author.ledger import Ledger
from ldc.author.purse import Capped, Purse
from ldc.author.teacher import Teacher
from ldc.dataset import ByTeacher, Question, grammar_of, key_of, label_all
from ldc.dataset.by_teacher import call_in, why
from ldc.dataset.forecast import Forecast
from ldc.errors import TeacherError
from ldc.ir import spell
from ldc.jail import Jail
from ldc.labels import compared
from ldc.tasks.pursuit import TASK
from tests.author.misbehaving import Server, served
from tests.play.bases import RENDERER, base_of

pytest.importorskip("openai")

BASE = base_of("pursuit")


def question(bulletin: str, seed: int = 0) -> Question:
    """Return the first line of a game in which this is announced."""
    _, info = TASK.make_env().reset(seed=seed)
    state = replace(info["state"], bulletin=bulletin)
    return Question(state=state, stage="assign", results={}, hint=None)


def by_teacher(
    folder: Path, server: Server | None, max_calls: float = 99
) -> tuple[ByTeacher, Ledger]:
    ledger = Ledger(folder / "ledger")
    teacher = Teacher(server.url) if server else None
    asking = Asking(ledger, teacher, Purse(max_calls=max_calls), parallel=1)
    return ByTeacher(TASK, BASE, RENDERER, asking, "toy-1"), ledger


@pytest.mark.parametrize(
    "reply",
    [
        "leave_out(state=state, prey=2)",
        "```python\ntargets = leave_out(state=state, prey=2)\n```\nIt is a decoy.",
        "Call `leave_out(state=state,\n    prey=2)` (prey 2 is a decoy).",
        "leave_out(prey=2, state=state)",
        "leave_out(state, 2)\nWhy: a decoy does not count.",
        "targets = leave_out( state = state , prey = 2 ) or gang_up(state=state)",
    ],
)
def test_a_call_is_found_in_any_dress(reply: str) -> None:
    call = call_in(reply, grammar_of(TASK, BASE, question("no news")))
    assert str(call) == "targets = leave_out(state=state, prey=2)"


@pytest.mark.parametrize(
    "reply",
    [
        "",
        "leave_out",
        "leave_out(state=state, prey=Prey)",
        "leave_out(state=state, prey=4)",
        "leave_out(state=state)",
        "leave_out(state=state, prey=2, sure=True)",
        "leave_out(state, 2, 3)",
        "leave_out(state=state, prey=2",
        "surround(state=state, targets=targets)",
        "__import__('os').system('true')",
        "leave_out(state=state, prey=__import__('os').getpid())",
        "leave_out(state=state, prey=9) no: leave_out(state=state, prey=2)",
        "leave_out(" * 500,
    ],
)
def test_what_is_no_legal_call_is_no_label(reply: str) -> None:
    assert call_in(reply, grammar_of(TASK, BASE, question("no news"))) is None


def test_only_objects_that_are_there_can_be_named() -> None:
    asked = question("no news")
    gone = replace(asked, state=replace(asked.state, loose=(True, False, True)))
    reply = "leave_out(state=state, prey=2)"
    assert call_in(reply, grammar_of(TASK, BASE, asked)) is not None
    assert call_in(reply, grammar_of(TASK, BASE, gone)) is None


def test_the_reason_is_what_stands_after_the_call() -> None:
    assert why("run(state=state)\nWhy: the way\nis clear.\n") == "the way is clear."


def test_states_that_read_alike_are_one_request_and_the_ledger_repeats_it(
    tmp_path: Path,
) -> None:
    questions = [question(words, seed) for words in TOLD for seed in range(4)]
    with served(reply=says) as server:
        teacher, ledger = by_teacher(tmp_path, server)
        calls = teacher.calls(questions)
        assert len(server.asked) == len(TOLD) == len(list(ledger.entries()))
    assert [str(call) for call in calls[::4]] == [
        "targets = leave_out(state=state, prey=2)",
        "targets = gang_up(state=state)",
        "None",
    ]
    teacher, _ = by_teacher(tmp_path, None)
    assert teacher.calls(questions) == calls
    with pytest.raises(TeacherError, match="does not hold"):
        teacher.calls([question("fog hides you in the north half")])


TOLD = ("prey 2 is a decoy", "no news", "hunter 1 is tired")


def says(asked: str) -> str:
    """Answer as a teacher that knows of decoys, and of silence."""
    now = asked.split("\n\n")[-1]
    if "decoy" in now:
        return "leave_out(state=state, prey=2)\nIt does not count."
    return "gang_up(state=state)\nNothing is new." if "no news" in now else "No idea."


def test_the_request_is_worded_as_for_a_student(tmp_path: Path) -> None:
    teacher, _ = by_teacher(tmp_path, None)
    text = teacher.request(question("prey 2 is a decoy")).messages[-1][1]
    assert "If a prey is a decoy, call leave_out(state=state, prey=1|2|3)" in text
    assert text.endswith("Now the prey run loose; prey 2 is a decoy. So call")


def test_a_line_without_a_call_is_no_label_and_the_expert_leads_on(
    tmp_path: Path,
) -> None:
    asked = question("hunter 1 is tired")
    with served(reply=says) as server, Jail(TASK, BASE.functions) as jail:
        teacher, _ = by_teacher(tmp_path, server)
        ((labels, moves),) = label_all(TASK, jail, [(asked.state, None)], teacher)
    assert labels == ()
    assert len(moves) == 3


def test_what_is_paid_for_is_kept_when_the_purse_is_empty(tmp_path: Path) -> None:
    questions = [question(words) for words in TOLD]
    with served(reply=says) as server:
        teacher, ledger = by_teacher(tmp_path, server, max_calls=2)
        with pytest.raises(Capped):
            teacher.calls(questions)
        assert len(list(ledger.entries())) == 2
        teacher, _ = by_teacher(tmp_path, server, max_calls=1)
        assert len(teacher.calls(questions)) == 3
        assert len(server.asked) == 3


def test_a_forecast_counts_what_is_new(tmp_path: Path) -> None:
    with served(reply=says) as server:
        teacher, ledger = by_teacher(tmp_path, server)
        teacher.calls([question("no news")])
        forecast = Forecast(TASK, teacher, ledger, Purse((1.0, 10.0)))
        forecast.calls([question(words, seed) for words in TOLD for seed in (0, 1)])
        assert len(server.asked) == 1
    told = forecast.told()
    assert (told["calls"], told["recorded"]) == (2, 1)
    assert told["tokens"]["written"] == 120
    assert 0.0012 < told["cost"] < 0.01


def test_agreement_is_counted_by_lines_and_by_what_is_read() -> None:
    decoy = [question("prey 2 is a decoy", seed) for seed in range(3)]
    plain = question("no news")
    grammar = grammar_of(TASK, BASE, plain)
    right, wrong = grammar.parse("gang_up(state=state)"), None
    told: dict[str, Any] = compared(
        TASK, [*((q, wrong) for q in decoy), (plain, right)]
    )
    assert (told["lines"], told["lines_agree"]) == (4, 1)
    assert (told["questions"], told["questions_agree"]) == (2, 1)
    assert told["questions_without_call"] == 1
    (row,) = told["differ"]
    assert row["facts"] == key_of(TASK, decoy[0])[2]
    assert spell(row["said"]) == "''"
