"""Types for the cases, by what is hard about them."""

from dataclasses import dataclass, field
from enum import Enum
from typing import Annotated, Literal, NamedTuple

from annotated_types import Ge, Le, Lt, MaxLen, MultipleOf

from ldc.ir import Pattern
from tests.toy.state import Ball, Path, Pick, State

__all__ = ["Ball", "Path", "Pick", "State"]


class Colour(Enum):
    """Colours whose names begin alike."""

    RED = 1
    REDDISH = 2
    BLUE = "RED"


class Nobody(Enum):
    """No members."""


Signed = Annotated[int, Ge(-12), Le(12)]
Small = Annotated[int, Ge(0), Le(3)]
Step = Annotated[float, Ge(-0.3), Lt(1), MultipleOf(0.1)]
Row = Annotated[tuple[Ball, ...], MaxLen(3)]
Words = Literal["up", "upper", "", "it's", 'say "a"', "a\nb", "\\", "é", "(1, 2)", "s"]
Letters = Annotated[str, Pattern("[ab'\"\\\\\né]{0,3}")]
"""Every letter that `repr` treats in its own way: 400 texts, so they are not listed."""


@dataclass(frozen=True)
class Spot:
    """A record with a default."""

    x: Small
    y: Small = 0


class Pair(NamedTuple):
    """A named tuple of two kinds of things."""

    ball: Ball
    colour: Colour = Colour.BLUE


@dataclass(frozen=True)
class Route:
    """A record of records."""

    start: Spot
    then: Annotated[tuple[Spot, ...], MaxLen(1)] = ()
    loud: bool = False


@dataclass(frozen=True)
class Empty:
    """A record without fields."""


@dataclass(frozen=True)
class Held:
    """A record that needs a member where there is none."""

    by: Nobody


@dataclass(frozen=True)
class Nested:
    """A record whose fields may all be left out."""

    spot: Spot = Spot(1)
    word: Literal["a", "b"] = "a"
    row: tuple[()] = field(default=())
