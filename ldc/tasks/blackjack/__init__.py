"""Blackjack on Gymnasium's own `Blackjack-v1`: whether to take one more card."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ldc.ir import Stage, TaskSpec
from ldc.tasks.blackjack import state as words
from ldc.tasks.blackjack.draw import draw
from ldc.tasks.blackjack.env import action_of, make_env, state_of
from ldc.tasks.blackjack.expert import expert
from ldc.tasks.blackjack.facts import WORDINGS, facts, numbers
from ldc.tasks.blackjack.properties import PROPERTIES
from ldc.tasks.blackjack.state import Aim, Choice, State


def told(state: State) -> str:
    """Return "": the cards say everything here."""
    return ""


def live(state: State) -> Mapping[str, tuple[Any, ...]]:
    """Return no groups: no argument names an object."""
    return {}


TASK = TaskSpec(
    name="blackjack",
    goal="Come closer to twenty-one than the dealer, and never above it.",
    instructions=(Path(__file__).parent / "instructions.md").read_text("utf-8"),
    state=State,
    stages=(
        Stage(name="aim", result="aim", returns=Aim, title="the total to stand on"),
        Stage(name="play", result="choice", returns=Choice, title="whether to draw"),
    ),
    action=Choice,
    make_env=make_env,
    state_of=state_of,
    action_of=action_of,
    facts=facts,
    numbers=numbers,
    told=told,
    draw=draw,
    live=live,
    expert=expert,
    properties=PROPERTIES,
    wordings=WORDINGS,
    state_module="ldc.tasks.blackjack.state",
    words=vars(words),
)
"""The whole task."""
