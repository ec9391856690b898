"""News no function is for: the game goes on, help is tried, switched in, taken back."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from ldc.author.source import read_function
from ldc.constrain.retriever import BM25
from ldc.emergency.games import Drill, Played, helped_by, play_games
from ldc.errors import TaskError
from ldc.ir import Function, FunctionBase
from ldc.job import Job, open_job
from ldc.play.emergencies import Emergencies, Seek
from ldc.play.in_force import InForce, Stock, stock_of, widened
from ldc.play.news import conditions_in, functions_for
from ldc.play.rollout import rollout
from ldc.tasks.pursuit import TASK as PURSUIT
from tests.play.bases import base_of
from tests.play.manuals import Manuals
from tests.play.test_play import untimed

ROOT = Path(__file__).parents[2]
SUDDEN_DECOY = {"kinds": ("decoy",), "sudden": True}
DECOY = "a prey is a decoy"
SEEDS = (1_000_000, 1_000_002)
"""The decoy is told at step 7, and without help these games are lost."""

FUNCTIONS = {f.name: f for f in base_of("pursuit").functions}
KEPT = tuple(f for f in FUNCTIONS.values() if f.name != "leave_out")


@pytest.fixture(scope="module")
def job() -> Job:
    """Give pursuit, in this repository."""
    return open_job("pursuit", ROOT)


def drilled(
    job: Job,
    seek: Seek,
    seeds: Sequence[int] = SEEDS,
    gap: int = 8,
    paper: bool = False,
) -> list[Played]:
    """Play decoys that come suddenly, without the function for them."""
    drill = Drill(gap=gap, paper=paper, without=("leave_out",), options=SUDDEN_DECOY)
    return [*play_games(job, seeds, drill, seek, Manuals, BM25)]


def watched(
    function: Function, seed: int, gap: int = 2, kind: str = "decoy"
) -> tuple[Played, InForce]:
    """Play with help that no gate has seen, to see what the last walls catch."""
    base = FunctionBase(task="pursuit", functions=KEPT, digest="before")

    def widen(stock: Stock, functions: Sequence[Function]) -> Stock:
        made = replace(base, functions=(*KEPT, *functions), digest="after")
        return widened(PURSUIT, stock, made, BM25, paper=False)

    force = InForce(stock_of(PURSUIT, base, BM25))
    watch = Emergencies(PURSUIT, force, Manuals, helped_by((function,)), widen, gap=gap)
    try:
        options = {"kinds": (kind,), "sudden": True}
        game = rollout(PURSUIT, force, watch.player, seed, options, watch)
        return (game, watch.end(game)), force
    finally:
        force.close()


def written(source: str, stage: str, name: str) -> Function:
    """Return a function of pursuit."""
    path = f"function_base/pursuit/{stage}/{name}.py"
    return read_function(source, task=PURSUIT, stage=stage, path=path)


def test_news_is_a_condition_and_is_for_functions_that_say_so() -> None:
    env = PURSUIT.make_env(**SUDDEN_DECOY)
    _, info = env.reset(seed=SEEDS[0])
    assert conditions_in(PURSUIT, info["state"]) == ()
    while not conditions_in(PURSUIT, info["state"]):
        *_, info = env.step([4, 4, 4])
    assert conditions_in(PURSUIT, info["state"]) == (("prey 3 is a decoy", DECOY),)
    found = functions_for(DECOY, FUNCTIONS.values())
    assert [function.name for function in found] == ["leave_out"]
    assert functions_for("a zone is closed to hunters", FUNCTIONS.values()) == ()


def test_nobody_is_asked_when_the_base_has_a_function(job: Job) -> None:
    def seek(*asked: object) -> None:
        raise AssertionError(asked)

    drill = Drill(options={"kinds": ("broken",)})
    ((game, (told,)),) = play_games(job, SEEDS[:1], drill, seek, Manuals, BM25)  # type: ignore[arg-type]
    assert (told.outcome, told.functions) == ("known", ("rescue",))
    assert told.before == told.after
    assert "the base has rescue for it" in game.incidents


def test_help_is_in_force_after_the_gap_and_not_before(job: Job) -> None:
    """Border check 8 with emergencies: replayed from its seed, it is the same."""
    without = drilled(job, helped_by(()))
    helped = drilled(job, helped_by((FUNCTIONS["leave_out"],)))
    for (lost, (nothing,)), (won, (told,)) in zip(without, helped, strict=True):
        assert (nothing.outcome, lost.success) == ("no help", False)
        assert (told.outcome, won.success) == ("switched", True)
        assert told.switched == told.announced + 8
        assert told.shadowed == told.called == 8
        before, after = won.steps[: told.switched], won.steps[told.switched :]
        made = [step.decision.calls for step in before]
        assert made == [step.decision.calls for step in lost.steps[: len(before)]]
        assert all(step.decision.calls[0].function == "leave_out" for step in after)
        assert (told.illegal_in_gap, won.invalid_calls) == (0, 0)
        assert told.before == nothing.before != told.after
        noted = f"added leave_out: base {told.before} -> {told.after}"
        assert noted in won.incidents
    again = drilled(job, helped_by((FUNCTIONS["leave_out"],)))
    assert [(untimed(g), told) for g, told in again] == [
        (untimed(g), told) for g, told in helped
    ]


def test_the_paper_s_way_appends_and_leaves_the_base(job: Job) -> None:
    ((game, (told,)),) = drilled(
        job, helped_by((FUNCTIONS["leave_out"],)), SEEDS[:1], gap=0, paper=True
    )
    assert (told.outcome, told.before) == ("switched", told.after)
    assert told.switched == told.announced and game.success
    base = FunctionBase(task="pursuit", functions=KEPT, digest="0")
    whole = replace(base, functions=tuple(FUNCTIONS.values()))
    stock = stock_of(PURSUIT, base, BM25)
    wider = widened(PURSUIT, stock, whole, BM25, paper=True)
    offered = wider.retriever.candidates("assign", "news of a decoy", 2)
    assert [f.name for f in offered][2:] == ["leave_out"] and len(offered) == 3
    assert wider.base is base


LATE = '''from ldc.tasks.pursuit.state import Prey, State, Targets, at_large


def leave(state: State, prey: Prey) -> Targets:
    """Leave one out.

    Use it when a prey is a decoy.
    """
    others = [one for one in at_large(state) if one != prey]
    target = others[state.step // 14]
    return target, target, target
'''


def test_help_whose_call_fails_is_rolled_back_and_the_game_goes_on() -> None:
    (game, (told,)), force = watched(written(LATE, "assign", "leave"), SEEDS[0])
    assert told.outcome == "rolled back"
    assert told.switched == told.announced + 2
    assert "IndexError" in told.why[-1]
    assert game.invalid_calls == 0 and len(game.steps) == 60
    names = [step.decision.calls[0].function for step in game.steps]
    assert names.index("leave") == told.switched
    assert "leave" not in names[28:] and force.now.base.digest == "before"
    assert [s.state.step for s in game.steps] == [*range(60)]


WILD = '''from ldc.tasks.pursuit.state import Moves, Routes, State


def wild(state: State, routes: Routes) -> Moves:
    """Walk on.

    Use it when a prey is a decoy.
    """
    return "up", "up", "up"
'''


def test_help_that_would_break_a_rule_is_refused_in_the_shadow() -> None:
    (game, (told,)), _ = watched(written(WILD, "move", "wild"), SEEDS[0], gap=20)
    assert told.outcome == "refused"
    assert "always_a_legal_move does not hold" in told.why[0]
    assert all(s.decision.calls[2].function != "wild" for s in game.steps)
    assert sum(step.illegal_moves for step in game.steps) == 0


def test_help_that_nobody_calls_is_refused() -> None:
    idle = written(LATE.replace("a prey is a decoy", "hell freezes"), "assign", "leave")
    (_, (told,)), _ = watched(idle, SEEDS[0])
    assert (told.outcome, told.called) == ("refused", 0)
    assert told.why == ("no call of leave in 3 states",)


def test_what_cannot_be_held_back_is_said(job: Job) -> None:
    for without, what in (
        (("leave_ot",), "did you mean 'leave_out'"),
        (("run", "pace", "step_around", "take_turns", "lie_in_wait"), "leaves stage"),
    ):
        with pytest.raises(TaskError, match=what):
            [
                *play_games(
                    job, SEEDS, Drill(without=without), helped_by(()), Manuals, BM25
                )
            ]
