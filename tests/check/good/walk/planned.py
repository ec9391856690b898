import re
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache
from typing import NamedTuple

from tests.toy.state import Path, Pick, State

RED = re.compile("red?")
FEW = {1: "one", 2: "two"}


class Way(IntEnum):
    NEAR = 1
    FAR = 2


class Leg(NamedTuple):
    ball: int
    way: Way


class Lost(ValueError):
    """A ball that no plan can hold."""


@dataclass(frozen=True)
class Plan:
    legs: tuple[Leg, ...] = field(default=())

    def longer(self, ball: int) -> "Plan":
        if ball not in range(1, 6):
            raise Lost(f"no ball {ball}")
        return Plan((*self.legs, Leg(ball, _way(ball))))

    @property
    def path(self) -> Path:
        return tuple(leg.ball for leg in self.legs)


@cache
def _way(ball: int) -> Way:
    return Way.NEAR if ball in FEW else Way.FAR


def planned(state: State, pick: Pick) -> Path:
    """Walk to the ball, by a plan of one or two legs.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball, twice when the sign is red.

    Example:
        >>> planned(state=State(balls=(2, 4), wind=0, sign="red"), pick=4)
        (4, 4)
        >>> planned(state=State(balls=(2, 4), wind=0, sign=""), pick=2)
        (2,)
    """
    plan = Plan().longer(pick)
    if RED.match(state.sign):
        plan = plan.longer(pick)
    return plan.path


# What must hold for every state and every ball.


def always_one_ball(state: State, pick: Pick) -> bool:
    return set(planned(state, pick)) == {pick}


def always_longer_when_red(state: State, pick: Pick) -> bool:
    return len(planned(state, pick)) == (2 if state.sign == "red" else 1)
