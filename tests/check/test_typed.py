"""Values are drawn within their bounds and steps, wherever the type stands."""

from dataclasses import dataclass
from typing import Annotated, Any

import pytest
from annotated_types import Ge, Gt, Interval, Le, Lt, MultipleOf
from hypothesis import strategies as st

from ldc.check.inputs import draw
from ldc.check.typed import fits, of_type
from ldc.ir import Pattern

Tenths = Annotated[float, Ge(-0.3), Lt(0.5), MultipleOf(0.1)]


@dataclass(frozen=True, slots=True)
class Boat:
    """A record with a pattern, and a step in a tuple in it."""

    name: Annotated[str, Pattern("[a-c]{1,2}")]
    speeds: tuple[Tenths, Annotated[float, Ge(0), Le(1)] | None]


def drawn(declared: Any, examples: int = 200) -> list[Any]:
    strategy = of_type(declared).map(lambda value: {"value": value})
    return [row["value"] for row in draw(strategy, examples=examples, seed=0)]


@pytest.mark.parametrize(
    ("declared", "values"),
    [
        (Tenths, {-0.3, -0.2, -0.1, 0.0, 0.1, 0.2, 0.3, 0.4}),
        (Annotated[float, Gt(0), Le(1), MultipleOf(0.25)], {0.25, 0.5, 0.75, 1.0}),
        (Annotated[float, Interval(ge=0, lt=1), MultipleOf(0.5)], {0.0, 0.5}),
        (Annotated[int, Ge(0), Le(30), MultipleOf(7)], {0, 7, 14, 21, 28}),
        (Annotated[float, Ge(0), Le(1), MultipleOf(0.5)] | None, {0.0, 0.5, 1.0, None}),
    ],
)
def test_all_legal_values_are_drawn_and_no_others(
    declared: Any, values: set[Any]
) -> None:
    assert set(drawn(declared)) == values


def test_steps_are_kept_inside_of_records_and_tuples() -> None:
    boats = drawn(Boat)
    assert len({boat.speeds for boat in boats}) > 20
    for boat in boats:
        assert fits(boat, Boat), boat
        assert boat.speeds[0] == round(boat.speeds[0], 1)
    rows = drawn(tuple[Tenths, ...])
    assert {len(row) for row in rows} > {0, 1, 2}
    assert all(value == round(value, 1) for row in rows for value in row)


def test_other_types_are_drawn_as_hypothesis_does() -> None:
    number = Annotated[int, Ge(1), Le(3)]
    assert repr(of_type(number)) == repr(st.from_type(number))
