"""Failing arguments are made smaller where Hypothesis stops: two values at once."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from annotated_types import Ge, Le

from ldc.check.whittle import whittle
from tests.toy.state import State

Number = Annotated[int, Ge(-50), Le(50)]


def test_a_tuple_loses_what_does_not_matter() -> None:
    types = {"xs": tuple[Number, ...]}
    small = whittle(
        {"xs": (7, -30, 41, 8)}, types, lambda a: max(a["xs"], default=0) > 20
    )
    assert small == {"xs": (21,)}


def test_bounds_and_literals_hold_on_the_way() -> None:
    asked: list[Mapping[str, Any]] = []

    def fails(arguments: Mapping[str, Any]) -> bool:
        asked.append(arguments)
        return True

    types = {"n": Annotated[int, Ge(3), Le(9)], "word": Literal["up", "down"]}
    assert whittle({"n": 8, "word": "down"}, types, fails) == {"n": 3, "word": "up"}
    assert all(3 <= arguments["n"] <= 9 for arguments in asked)


def test_records_shrink_field_by_field() -> None:
    state = State(balls=(2, 4, 5), wind=-3, sign="red")
    small = whittle({"state": state}, {"state": State}, lambda a: 4 in a["state"].balls)
    assert small == {"state": State(balls=(4,), wind=0, sign="")}


def test_what_cannot_get_smaller_stays() -> None:
    assert whittle({"n": 0}, {"n": Number}, lambda a: True) == {"n": 0}
