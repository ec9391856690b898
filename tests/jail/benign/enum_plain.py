# An enum, looked up by name and by value.
from enum import Enum


class Colour(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3


def enum_plain(n):
    return [Colour(n).name, Colour["RED"].value, [one.name for one in Colour]]
