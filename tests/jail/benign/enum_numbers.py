# Enums that are numbers and texts.
from enum import IntEnum, StrEnum


class Level(IntEnum):
    LOW = 1
    HIGH = 5


class Tone(StrEnum):
    SOFT = "soft"
    LOUD = "loud"


def enum_numbers(n: int) -> str:
    return Tone.LOUD.value if n < Level.HIGH else Tone.SOFT.value
