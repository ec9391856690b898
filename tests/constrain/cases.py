"""Small registries, each about one thing that a grammar can get wrong."""

from typing import Annotated, Any, Literal

from annotated_types import Ge, Gt, Interval, Le, Len, Lt, MaxLen, MinLen, MultipleOf

from ldc.ir import Live, Pattern
from tests.constrain.conftest import Given, made
from tests.constrain.kinds import (
    Ball,
    Colour,
    Empty,
    Held,
    Letters,
    Nested,
    Nobody,
    Pair,
    Path,
    Pick,
    Route,
    Row,
    Signed,
    Small,
    Spot,
    State,
    Step,
    Words,
)
from tests.constrain.oracle import Case


def case(functions: dict[str, dict[str, Any]], *balls: int) -> Case:
    """Return functions by name and types, in a state with these balls."""
    heads = tuple(made(name, kinds) for name, kinds in functions.items())
    return Case(heads, {"balls": balls}, (("state", State), ("pick", Pick)))


def scoped(functions: dict[str, dict[str, Any]], *balls: int, **scope: Any) -> Case:
    """Return functions in a state with these balls, after these results."""
    heads = tuple(made(name, kinds) for name, kinds in functions.items())
    return Case(heads, {"balls": balls}, (("state", State), *scope.items()))


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
    "letters": case({"say": {"word": Letters}}),
    "letters or": case(
        {
            "say": {"word": Letters | None, "loud": bool},
            "tell": {"pair": tuple[Annotated[str, Pattern("[ab]{1,2}")], bool]},
        }
    ),
    "letters left out": case(
        {
            "say": {"word": Given(Letters, "it"), "loud": Given(bool, False)},
            "cry": {"word": Given(Letters, "'\"")},
        }
    ),
    "counted": case({"say": {"word": Annotated[str, Pattern("[a'1]+"), Len(1, 3)]}}),
    "left out": case(
        {
            "go": {"by": Given(Signed, 0), "loud": Given(bool, True)},
            "go_on": {"state": State, "by": Given(Small, 3), "b": Given(bool, False)},
            "stay": {},
            "all": {"a": Given(bool, True), "ab": Given(bool, True), "b": bool},
        }
    ),
    "left out wide": case(
        {
            "f": {"n": Given(Annotated[int, Ge(-200), Le(100)], 7)},
            "g": {"n": Given(Annotated[int, Ge(0), Le(300)], 0)},
            "s": {"s": Given(Step, 0.5), "t": Given(Step, -0.3)},
            "h": {"n": Given(Annotated[int, Ge(0), Le(9)], 77)},
        }
    ),
    "left out rows": case(
        {
            "f": {
                "row": Given(Row, (2, 1)),
                "t": Given(tuple[bool, bool], (True, False)),
            },
            "g": {"row": Given(Row, ())},
            "h": {"row": Given(Row | None, None), "c": Given(Colour, Colour.REDDISH)},
        },
        1,
        2,
    ),
    "no value but the default": case(
        {"f": {"ball": Given(Ball, 3)}, "g": {"ball": Ball}, "h": {"n": Nobody | None}}
    ),
    "records": case(
        {
            "go": {"to": Spot},
            "meet": {"pair": Pair, "spot": Given(Spot, Spot(1, 2))},
            "wait": {"empty": Empty, "then": Given(Empty, Empty())},
        },
        1,
        4,
    ),
    "records of records": case(
        {"drive": {"route": Route | None}, "f": {"n": Nested, "t": tuple[Spot, bool]}}
    ),
    "records without values": case(
        {"f": {"held": Held}, "g": {"held": Held | bool}, "h": {"pair": Pair}}
    ),
    "multiples": case(
        {
            "go": {"by": Annotated[int, Ge(-395), Le(500), MultipleOf(5)]},
            "to": {"by": Annotated[int, Gt(-500), Lt(500), MultipleOf(2)]},
        }
    ),
    "variables": scoped(
        {
            "f": {"ball": Ball, "pick": Pick | None},
            "g": {"n": Annotated[int, Ge(0), Le(9)], "here": State},
            "h": {"n": Small, "to": Given(Path | None, None)},
            "i": {"ball": Given(Ball | None, None), "last": Given(Pick, 1)},
        },
        1,
        2,
        pick=Pick,
        last=Pick,
        path=Path,
        spot=Spot,
    ),
    "variables of many types": scoped(
        {
            "f": {"to": Spot | Small, "word": Literal["a", "b", "c"]},
            "g": {"what": Small | Literal["a", "b"] | None},
            "h": {"few": Annotated[tuple[Small, ...], MaxLen(1)]},
            "i": {"what": Literal["a"] | State},
        },
        few=tuple[()],
        one=tuple[Annotated[int, Ge(0), Le(2)]],
        first=Spot,
        second=Spot,
        small=Annotated[int, Ge(1), Le(2)],
        letter=Literal["a", "b"],
    ),
    "many objects": case(
        {
            "f": {"ball": Annotated[int, Ge(0), Le(300), Live("balls")]},
            "g": {"b": Ball},
        },
        *range(150),
    ),
}
"""What is in the base and in the state, by what is hard about it."""
