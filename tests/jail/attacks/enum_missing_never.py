# An enum whose missing value is looked for again and again.
from enum import Enum


class Side(Enum):
    LEFT = 1

    @classmethod
    def _missing_(cls, value):
        return cls(value + 1)


def attack(n):
    return Side(n).name
