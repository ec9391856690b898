"""The words of the toy task."""

from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import Ge, Le

from ldc.ir import Live

Ball = Annotated[int, Ge(1), Le(5), Live("balls")]
"""A ball by its number; only the balls that lie there can be named."""

Wind = Annotated[int, Ge(-3), Le(3)]
"""Strength of the wind, negative when it comes from behind."""

Sign = Literal["", "red"]
"""What the sign shows."""

Pick = Ball
"""The ball to fetch."""

Path = tuple[Ball, ...]
"""Balls to pass, in order."""


@dataclass(frozen=True, slots=True)
class State:
    """What the robot sees."""

    balls: tuple[Ball, ...]
    """At least one in play; sorted."""
    wind: Wind
    sign: Sign


def possible(state: State) -> bool:
    """Say whether a state can occur: some balls, sorted, each once."""
    return bool(state.balls) and state.balls == tuple(sorted(set(state.balls)))
