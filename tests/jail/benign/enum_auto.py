# An enum that counts for itself, in a `match`.
from enum import Enum, auto


class Way(Enum):
    LEFT = auto()
    RIGHT = auto()


def enum_auto(xs: list[int]) -> str:
    way = Way.LEFT if xs[0] > xs[-1] else Way.RIGHT
    match way:
        case Way.LEFT:
            return "left"
        case Way.RIGHT:
            return "right"
