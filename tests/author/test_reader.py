"""A reader calls what the manuals say: an expert for a base that is not ours."""

from pathlib import Path

import pytest

from ldc import author
from ldc.author.reader import reader
from ldc.errors import TaskError
from ldc.ir import Variable
from ldc.tasks.blackjack import TASK as BLACKJACK
from ldc.tasks.blackjack.state import State as Hand
from ldc.tasks.pursuit import TASK as PURSUIT
from ldc.tasks.pursuit.notices import BULLETINS, SILENCE, Kind, Notice
from ldc.tasks.pursuit.state import State
from tests.listing import ROOT

BASE = ROOT / "function_base"


def board(bulletin: str) -> State:
    """Return a state with news."""
    return State(
        hunters=((0, 0), (0, 4), (9, 9)),
        prey=((5, 0), (5, 5), (8, 8)),
        loose=(True, True, True),
        walls=(),
        zone=(),
        step=0,
        bulletin=bulletin,
    )


def test_it_plays_blackjack_as_the_expert_does() -> None:
    functions = author.author(BLACKJACK, BASE / "blackjack", ROOT)
    read = reader(BLACKJACK, lambda: functions)
    for total in range(4, 22):
        for dealer in range(1, 11):
            for ace in (False, True):
                if ace and total < 12:
                    continue
                hand = Hand(total=total, dealer=dealer, ace=ace)
                for stage, results in (("aim", {}), ("play", {"aim": 17})):
                    wanted = BLACKJACK.expert(hand, stage, results, None)
                    assert read(hand, stage, results, None) == wanted


NEWS = Notice(kind="decoy", who=2, half="north", at=0)


@pytest.mark.parametrize(
    ("hint", "name", "more"),
    [(NEWS, "leave_out", (("prey", 2),)), (SILENCE, "leave_out", (("prey", 2),))],
)
def test_news_goes_first_and_says_who(
    hint: Notice, name: str, more: tuple[tuple[str, int], ...]
) -> None:
    functions = author.author(PURSUIT, BASE / "pursuit", ROOT)
    call = reader(PURSUIT, lambda: functions)(
        board("prey 2 is a decoy"), "assign", {}, hint
    )
    assert (call.function, call.arguments) == (
        name,
        (("state", Variable("state")), *more),
    )


def test_without_the_hint_it_goes_without_the_news() -> None:
    functions = author.author(PURSUIT, BASE / "pursuit", ROOT)
    read = reader(PURSUIT, lambda: functions)
    call = read(board("prey 2 is a decoy"), "assign", {}, None)
    assert call.function == "gang_up"


@pytest.mark.parametrize("kind", ["plain", *BULLETINS])
@pytest.mark.parametrize("stage", ["assign", "move"])
def test_it_plays_as_the_expert_does_where_the_manuals_name_the_fact(
    kind: Kind, stage: str
) -> None:
    functions = author.author(PURSUIT, BASE / "pursuit", ROOT)
    hint = Notice(kind=kind, who=3, half="north", at=0)
    results = {"targets": (1, 1, 1), "routes": ((5, 5), (5, 5), (5, 5))}
    state = board(str(hint))
    call = reader(PURSUIT, lambda: functions)(state, stage, results, hint)
    assert call == PURSUIT.expert(state, stage, results, hint)


def test_a_stage_without_functions_is_told() -> None:
    with pytest.raises(TaskError, match="stage 'aim' has no function"):
        reader(BLACKJACK, lambda: ())(Hand(12, 3, False), "aim", {}, None)


def test_the_task_of_a_taught_base_has_a_reader(tmp_path: Path) -> None:
    from ldc.job import open_job

    (tmp_path / "ldc.toml").write_text("format = 1\n", "utf-8")
    folder = tmp_path / "function_base" / "blackjack"
    folder.mkdir(parents=True)
    assert open_job("blackjack", tmp_path).task.expert is BLACKJACK.expert
    (folder / "teacher.json").write_text("{}", "utf-8")
    assert open_job("blackjack", tmp_path).task.expert is not BLACKJACK.expert
