"""Values cross by their exact declared type, or say why not."""

import enum
import json
import math
from dataclasses import InitVar, dataclass, field
from typing import Annotated, Any, Literal

import pytest
from annotated_types import Ge, Interval, Le, Len, Lt, MultipleOf
from hypothesis import given
from hypothesis import strategies as st

from ldc.jail.values import Misfit, NoCodec, decode, encode
from tests.toy.state import Path, State


class Colour(enum.Enum):
    RED = 1
    BLUE = 2


@dataclass(frozen=True)
class Nested:
    state: State
    colour: Colour
    maybe: int | None


@dataclass
class Thawed:
    x: int


@dataclass(frozen=True)
class HalfHidden:
    x: int = field(init=False, default=1)


@dataclass(frozen=True)
class Seeded:
    x: int
    seed: InitVar[int]


STATE = State(balls=(1, 5), wind=-3, sign="red")


@pytest.mark.parametrize(
    ("value", "declared"),
    [
        (True, bool),
        (-7, int),
        (2**4095, int),
        (0.1, float),
        ("é\n", str),
        ("", Literal["", "red"]),
        (True, Literal[1, True]),
        (Colour.BLUE, Colour),
        ((), tuple[()]),
        ((1, 2), Path),
        ((1, (True, "x")), tuple[int, tuple[bool, str]]),
        (None, int | None),
        (3, int | None),
        (STATE, State),
        (Nested(STATE, Colour.RED, None), Nested),
        (10, Annotated[int, Interval(ge=0, le=10), MultipleOf(5)]),
        ((1,), Annotated[tuple[int, ...], Len(1, 2)]),
    ],
)
def test_what_crosses_comes_back_equal(value: Any, declared: Any) -> None:
    data = json.loads(json.dumps(encode(value, declared), allow_nan=False))
    back = decode(data, declared)
    assert back == value
    assert type(back) is type(value)


@given(st.from_type(Nested))
def test_every_record_crosses(value: Nested) -> None:
    data = json.loads(json.dumps(encode(value, Nested)))
    assert decode(data, Nested) == value


@pytest.mark.parametrize(
    ("value", "declared", "said"),
    [
        (True, int, "True is not an int"),
        (1, bool, "1 is not a bool"),
        (1, float, "1 is not a finite float"),
        (math.nan, float, "nan is not a finite float"),
        (2**4096, int, "of at most 4096 bits"),
        ("\ud800", str, "encodable"),
        (1, Literal[True], "1 is not"),
        ([1], Path, r"\[1\] is not tuple"),
        ((1, 6), Path, "6 is not int with Ge"),
        ((1,), tuple[int, int], "is not tuple"),
        (Colour.RED.value, Colour, "1 is not a Colour"),
        (STATE.balls, State, "is not a State"),
        (State((1,), 4, ""), State, "4 is not int with Ge"),
        ("x", int | None, "'x' is not"),
        (10, Annotated[int, Lt(10)], r"10 is not int with Lt\(lt=10\)"),
        ((), Annotated[tuple[int, ...], Len(1, 2)], r"\(\) is not"),
        (0.5, Annotated[float, Ge(1), Le(2)], "0.5 is not float"),
    ],
)
def test_what_does_not_fit_is_told(value: Any, declared: Any, said: str) -> None:
    with pytest.raises(Misfit, match=said):
        encode(value, declared)


@pytest.mark.parametrize(
    ("data", "declared"),
    [
        (True, int),
        (math.inf, float),
        (6, Annotated[int, Le(5)]),
        (2, Literal["a", "b"]),
        (-1, Literal["a", "b"]),
        (True, Literal["a", "b"]),
        ("GREEN", Colour),
        ("_value_", Colour),
        ([1, 2], tuple[int]),
        ({"0": 1}, Path),
        ([[1], 9, 0], State),
        ([5, 1], int | None),
        ([-1, 1], int | None),
        ([0], int | None),
        (None, int | None),
    ],
)
def test_what_a_worker_may_not_send(data: Any, declared: Any) -> None:
    with pytest.raises(Misfit):
        decode(data, declared)


@pytest.mark.parametrize(
    "declared",
    [Any, object, list[int], dict[str, int], Thawed, HalfHidden, Seeded, bytes],
)
def test_types_that_are_not_closed_have_no_codec(declared: Any) -> None:
    with pytest.raises(NoCodec, match="cannot cross"):
        encode(None, declared)


def test_unions_that_differ_in_order_cross_alike() -> None:
    assert encode("x", int | str) == encode("x", str | int)
