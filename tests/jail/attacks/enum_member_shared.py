# A member of an enum of the library gets a new value.
from enum import Enum


class Tone(Enum):
    A = 1


def attack(n):
    Tone.A._value_ = 99
    Tone._value2member_map_[8] = Tone.A
    Enum._member_map_ = {}
    return Tone(8).value
