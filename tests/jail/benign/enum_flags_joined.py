# Flags that are joined and asked for.
from enum import Flag, auto


class Way(Flag):
    NORTH = auto()
    EAST = auto()
    SOUTH = auto()


def attack(n: int) -> list[bool]:
    both = Way.NORTH | Way.SOUTH
    return [Way.EAST in both, Way.SOUTH in both, bool(both & Way.NORTH)]
