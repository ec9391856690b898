"""pursuit-v1: three hunters, three prey, and news that only words carry."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ldc.ir import Stage, TaskSpec
from ldc.tasks.pursuit import state as words
from ldc.tasks.pursuit.draw import draw
from ldc.tasks.pursuit.expert import expert
from ldc.tasks.pursuit.facts import facts
from ldc.tasks.pursuit.properties import PROPERTIES
from ldc.tasks.pursuit.state import Moves, Routes, State, Targets, at_large
from ldc.tasks.pursuit.wordings import WORDINGS


def make_env(**options: Any) -> Any:
    """Make the Gymnasium env; options as in `ldc.tasks.pursuit.env.Pursuit`."""
    from ldc.tasks.pursuit.env import Pursuit

    return Pursuit(**options)


def state_of(observation: Any, info: Mapping[str, Any]) -> State:
    """Return the state that functions read."""
    state: State = info["state"]
    return state


def action_of(moves: Moves) -> Any:
    """Return what `env.step` takes: three indices into the moves."""
    from ldc.tasks.pursuit.env import action_of as indices

    return indices(moves)


def live(state: State) -> Mapping[str, tuple[Any, ...]]:
    """Return the hunters, and the prey still at large, by number."""
    return {"hunters": (1, 2, 3), "prey": at_large(state)}


def numbers(state: State) -> str:
    """Say the bare state in numbers, row and column run together: "h 04 37 99"."""

    def cells(many: tuple[tuple[int, int], ...]) -> str:
        return " ".join(f"{row}{column}" for row, column in many)

    prey = cells(
        tuple(p for p, loose in zip(state.prey, state.loose, strict=True) if loose)
    )
    walls, hunters = cells(state.walls), cells(state.hunters)
    return f"walls {walls}; {state.bulletin}; hunters {hunters}; prey {prey}"


TASK = TaskSpec(
    name="pursuit",
    goal="Three hunters chase prey on a grid. News goes first.",
    instructions=(Path(__file__).parent / "instructions.md").read_text("utf-8"),
    state=State,
    stages=(
        Stage(name="assign", result="targets", returns=Targets, title="whom to chase"),
        Stage(name="route", result="routes", returns=Routes, title="where to go"),
        Stage(name="move", result="moves", returns=Moves, title="how to move"),
    ),
    action=Moves,
    make_env=make_env,
    state_of=state_of,
    action_of=action_of,
    facts=facts,
    numbers=numbers,
    told=lambda state: "" if state.bulletin == "no news" else state.bulletin,
    draw=draw,
    live=live,
    expert=expert,
    properties=PROPERTIES,
    wordings=WORDINGS,
    state_module="ldc.tasks.pursuit.state",
    words=vars(words),
)
"""The whole task."""
