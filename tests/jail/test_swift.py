"""The flat functions and the codecs put together from parts agree on everything."""

import json
import marshal
from typing import Annotated, Any, Literal, NamedTuple

import pytest
from annotated_types import Ge, Gt, Interval, Le, Len, Lt, MaxLen, MinLen, MultipleOf
from hypothesis import given, settings
from hypothesis import strategies as st

from ldc.jail.rebuild import rebuilder
from ldc.jail.values import Misfit, codec, parts, sent
from tests.jail.test_values import Colour, Nested
from tests.toy.state import Path, State


class Spot(NamedTuple):
    row: Annotated[int, Ge(0), Lt(10)]
    name: str


TYPES: list[Any] = [
    *(bool, int, float, str, type(None), Colour, Nested, Spot, State, Path),
    Annotated[int, Ge(-3), Lt(9)],
    Annotated[int, Gt(0)],
    Annotated[int, Interval(ge=0, le=10), MultipleOf(5)],
    Annotated[float, Ge(0.5), Le(1.5)],
    Annotated[str, MinLen(1), MaxLen(3)],
    Annotated[tuple[Spot, ...], Len(1, 2)],
    Annotated[tuple[tuple[int, int], ...], MaxLen(2)],
    Literal["a", 1, True],
    int | str | None,
    tuple[()],
    tuple[int],
    tuple[bool, tuple[str, ...], float],
    tuple[tuple[Annotated[int, Ge(0)], ...], ...],
    tuple[Nested | None, Colour],
]

atoms = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-12, 12),
    st.sampled_from([2**4096, -(2**4095), 10**9]),
    st.floats(),
    st.sampled_from(["", "a", "red", "RED", "é", "\ud800", "abcd"]),
    st.sampled_from(Colour),
    st.builds(State, balls=st.just((1,)), wind=st.just(0), sign=st.just("")),
    st.builds(Spot, row=st.integers(-2, 12), name=st.just("x")),
)
anything = st.recursive(
    atoms, lambda inner: st.lists(inner, max_size=3) | st.lists(inner).map(tuple)
)


def came_to(way: Any, value: Any) -> tuple[str, str]:
    """Return what a direction makes of a value, or why it refuses it."""
    try:
        return "is", repr(way(value))
    except Misfit as misfit:
        return "misfit", str(misfit)
    except (TypeError, ValueError) as error:
        return type(error).__name__, ""


@pytest.mark.filterwarnings("ignore:Ignoring unsupported MultipleOf")
@pytest.mark.parametrize("declared", TYPES, ids=str)
@settings(max_examples=60, derandomize=True, database=None, deadline=None)
@given(data=st.data())
def test_both_agree_on_what_fits_and_on_what_does_not(
    declared: Any, data: st.DataObject
) -> None:
    fits = st.from_type(declared)
    value = data.draw(fits | anything)
    for fast, slow in zip(codec(declared), parts(declared), strict=True):
        assert came_to(fast, value) == came_to(slow, value)
    encoded = came_to(parts(declared).encode, value)
    if encoded[0] == "misfit":
        assert came_to(sent(declared), value) == encoded
    if encoded[0] == "is":
        told = json.loads(json.dumps(codec(declared).encode(value)))
        assert came_to(codec(declared).decode, told) == came_to(
            parts(declared).decode, told
        )
        crossed = marshal.loads(marshal.dumps([sent(declared)(value)]))
        again = rebuilder({"value": declared}, parts)(crossed)
        assert repr(again) == repr({"value": value})


def test_a_fault_deep_inside_is_told_as_the_parts_tell_it() -> None:
    rows = tuple[tuple[Annotated[int, Ge(0)], ...], ...]
    with pytest.raises(Misfit, match="-1 is not int with Ge"):
        codec(rows).encode(((1, 2), (3, -1)))
