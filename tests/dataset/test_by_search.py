"""Search tries calls in copies of the game, without knowing the luck to come."""

from dataclasses import replace
from typing import Any

import pytest

from ldc.dataset import BySearch, Past, Question
from ldc.dataset.by_search import Effort, copied
from ldc.errors import TaskError
from ldc.ir import Call, TaskSpec
from ldc.jail import Jail
from ldc.tasks.blackjack import TASK as BLACKJACK
from ldc.tasks.pursuit import TASK as PURSUIT
from tests.play.bases import base_of

BASE = base_of("blackjack")
MUCH = Effort(states=8, games=12)


def short_hands(count: int) -> dict[str, tuple[Question, Past]]:
    """Return openings with at most eleven points: nothing can break such a hand."""
    env = BLACKJACK.make_env()
    found: dict[str, tuple[Question, Past]] = {}
    for seed in range(400):
        observation, info = env.reset(seed=seed)
        state = BLACKJACK.state_of(observation, info)
        if state.total <= 11 and len(found) < count:
            question = Question(
                state=state, stage="play", results={"aim": 17}, hint=None
            )
            found[repr(state)] = (question, Past(seed, ()))
    assert len(found) == count
    return found


def stubborn(state: Any, stage: str, results: Any, hint: Any) -> Call:
    """Play as the expert does, but never draw."""
    call = BLACKJACK.expert(state, stage, results, hint)
    return replace(call, function="stand") if stage == "play" else call


def searched(task: TaskSpec) -> tuple[set[str], BySearch]:
    hands = short_hands(8)
    with Jail(task, BASE.functions) as jail:
        met = {state: past for state, (_, past) in hands.items()}
        search = BySearch(task, BASE, jail, met, seed=0, effort=MUCH)
        calls = search.calls([question for question, _ in hands.values()])
    return {call.function for call in calls}, search


def test_search_overrules_an_expert_that_is_wrong_beyond_chance() -> None:
    functions, search = searched(replace(BLACKJACK, expert=stubborn))
    assert functions == {"draw_card"}
    (tried,) = search.tried.values()
    assert tried.expert.startswith("stand")
    assert tried.gain > 2 * tried.error > 0


def test_search_keeps_an_expert_that_is_right() -> None:
    functions, search = searched(BLACKJACK)
    assert functions == {"draw_card"}
    (tried,) = search.tried.values()
    assert tried.best == tried.expert
    assert tried.calls == 2


@pytest.mark.parametrize("task", [BLACKJACK, PURSUIT], ids=lambda t: t.name)
def test_a_copy_leaves_the_game_alone_and_draws_its_own_luck(task: TaskSpec) -> None:
    def ends(env: Any, action: Any) -> str:
        seen = []
        for _ in range(30):
            observation, _, terminated, truncated, info = env.step(action)
            seen.append(repr(task.state_of(observation, info)))
            if terminated or truncated:
                break
        return " ".join(seen)

    action = 1 if task is BLACKJACK else task.action_of(("up", "left", "stay"))
    env = task.make_env()
    env.reset(seed=3)
    lucks = [ends(copied(env, luck), action) for luck in range(12)]
    assert len(set(lucks)) > 1
    assert lucks == [ends(copied(env, luck), action) for luck in range(12)]
    other = task.make_env()
    other.reset(seed=3)
    assert ends(env, action) == ends(other, action)


def test_an_env_that_cannot_be_copied_is_named() -> None:
    class Odd:
        def __init__(self) -> None:
            self.lines = (line for line in "ab")

    with pytest.raises(TaskError, match="Odd.*cannot be copied"):
        copied(Odd(), 0)


def test_a_state_that_no_game_met_is_refused() -> None:
    ((question, _),) = short_hands(1).values()
    with Jail(BLACKJACK, BASE.functions) as jail:
        search = BySearch(BLACKJACK, BASE, jail, {}, effort=MUCH)
        with pytest.raises(TaskError, match="was not met"):
            search.calls([question])
