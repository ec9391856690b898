"""A tiny task for tests: fetch a ball of the right colour, in two stages."""

import random
from collections.abc import Mapping
from typing import Any

from ldc.ir import Call, Results, Stage, TaskSpec, Variable
from tests.toy import state as words
from tests.toy.state import Path, Pick, State


def make_state(seed: int) -> State:
    """Return a seeded state; the same seed gives the same state."""
    coin = random.Random(seed)
    balls = tuple(sorted(coin.sample(range(1, 6), coin.randint(1, 4))))
    return State(balls=balls, wind=coin.randint(-3, 3), sign=coin.choice(["", "red"]))


def facts(state: State, stage: str, results: Results) -> str:
    """Say the facts of a state in the toy's vocabulary."""
    if stage == "pick":
        return "the sign is red" if state.sign else "there is no sign"
    return "the wind is strong" if abs(state.wind) > 1 else "the air is calm"


def live(state: State) -> Mapping[str, tuple[Any, ...]]:
    """Return the balls that exist now."""
    return {"balls": state.balls}


def expert(state: State, stage: str, results: Results, hint: Any) -> Call:
    """Pick the last ball when the sign is red, else the first; brace in wind."""
    here = ("state", Variable("state"))
    if stage == "pick" and state.sign:
        return Call(
            stage=stage,
            result="pick",
            function="take_ball",
            arguments=(here, ("ball", state.balls[-1])),
        )
    if stage == "pick":
        return Call(
            stage=stage, result="pick", function="take_first", arguments=(here,)
        )
    picked = ("pick", Variable("pick"))
    if abs(state.wind) > 1:
        return Call(
            stage=stage,
            result="path",
            function="brace",
            arguments=(here, picked, ("steps", 2)),
        )
    return Call(stage=stage, result="path", function="stroll", arguments=(here, picked))


def always_a_ball_that_is_there(state: State, pick: Pick) -> bool:
    """A picked ball is one of the balls."""
    return pick in state.balls


def always_ends_on_the_ball(state: State, pick: Pick, path: Path) -> bool:
    """A path ends on the picked ball."""
    return path[-1] == pick


def no_env(**_: Any) -> Any:
    """Refuse: the toy is a bag of states, it cannot be played."""
    raise NotImplementedError


TOY = TaskSpec(
    name="toy",
    goal="A robot fetches balls.",
    instructions="Pick a ball, then walk to it.",
    state=State,
    stages=(
        Stage(name="pick", result="pick", returns=Pick, title="a ball"),
        Stage(name="walk", result="path", returns=Path, title="how to walk"),
    ),
    action=Path,
    make_env=no_env,
    state_of=lambda observation, info: observation,
    action_of=lambda path: path,
    facts=facts,
    numbers=lambda state: f"balls {state.balls} wind {state.wind}",
    told=lambda state: f"the sign is {state.sign}" if state.sign else "",
    draw=lambda state: f"<svg><text>{state.balls}</text></svg>",
    live=live,
    expert=expert,
    properties={
        "pick": (always_a_ball_that_is_there,),
        "path": (always_ends_on_the_ball,),
    },
    wordings={
        "the wind is strong": ("it blows hard", "a gale blows", "gusts are up"),
        "the air is calm": ("there is no wind", "all is still", "no breeze stirs"),
        "the sign is red": ("red is shown", "the sign glows red", "one sees red"),
        "there is no sign": ("no sign hangs", "the sign is gone", "signs are absent"),
    },
    state_module="tests.toy.state",
    words=vars(words),
)
"""The whole toy task."""
