"""Small registries, each about one thing that a grammar can get wrong."""

from enum import Enum
from typing import Annotated, Any, Literal

from annotated_types import Ge, Gt, Interval, Le, Len, Lt, MaxLen, MinLen, MultipleOf

from tests.constrain.conftest import made
from tests.constrain.oracle import Case
from tests.toy.state import Ball, Pick, State


class Colour(Enum):
    """Colours whose names begin alike."""

    RED = 1
    REDDISH = 2
    BLUE = "RED"


def case(functions: dict[str, dict[str, Any]], *balls: int) -> Case:
    """Return functions by name and types, in a state with these balls."""
    heads = tuple(made(name, kinds) for name, kinds in functions.items())
    return Case(heads, {"balls": balls}, (("state", State), ("pick", Pick)))


Signed = Annotated[int, Ge(-12), Le(12)]
Step = Annotated[float, Ge(-0.3), Lt(1), MultipleOf(0.1)]
Row = Annotated[tuple[Ball, ...], MaxLen(3)]
Words = Literal["up", "upper", "", "it's", 'say "a"', "a\nb", "\\", "é", "(1, 2)", "s"]

CASES: dict[str, Case] = {
    "toy": case(
        {
            "take_ball": {"state": State, "ball": Ball},
            "take_first": {"state": State},
            "stroll": {"state": State, "pick": Pick},
        },
        2,
        4,
        5,
    ),
    "prefixes": case(
        {
            "take": {"ball": Ball},
            "take_": {"ball": Ball},
            "take_a": {"ball": Ball},
            "take_all": {},
            "taken": {"state": State, "b": bool},
            "t": {"state": State},
        },
        1,
        3,
    ),
    "signed": case({"go": {"by": Signed, "then": Signed}, "goto": {"by": Signed}}),
    "wide": case({"go": {"by": Annotated[int, Gt(-301), Le(207)]}}),
    "odd": case({"f": {"n": Annotated[int, Interval(ge=0, lt=500), MultipleOf(7)]}}),
    "literals": case({"say": {"word": Words, "loud": bool}}),
    "mixed": case({"f": {"one": Literal[0, True, "0", -1, None], "two": bool | None}}),
    "enum": case({"paint": {"colour": Colour, "coat": Colour | None}}),
    "floats": case({"wait": {"seconds": Step, "more": Step | None}}),
    "tuple": case({"go": {"to": tuple[Signed, bool]}, "f": {"a": tuple[Ball]}}, 1, 2),
    "nested": case(
        {"f": {"t": tuple[tuple[bool], tuple[Words, tuple[()]], Ball], "b": bool}}, 3, 5
    ),
    "row": case(
        {"walk": {"by": Row}, "hop": {"by": Row, "n": Annotated[int, Ge(1), Le(2)]}},
        1,
        2,
    ),
    "rows": case({"f": {"r": Annotated[tuple[Row, ...], Len(2, 2)]}}, 4),
    "least": case({"f": {"r": Annotated[tuple[bool, ...], MinLen(2), MaxLen(4)]}}),
    "empty row": case({"f": {"r": Row}, "g": {"state": State, "ball": Ball}}),
    "wide in a tuple": case(
        {"f": {"t": tuple[Annotated[int, Ge(-90), Le(180)], bool]}}
    ),
    "or": case({"f": {"t": Annotated[int, Ge(0), Le(400)] | tuple[bool, bool] | None}}),
}
"""What is in the base and in the state, by what is hard about it."""
