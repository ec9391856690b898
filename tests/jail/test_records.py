"""Records are made as their own class would make them, and its checks are kept."""

from dataclasses import KW_ONLY, dataclass, field
from typing import Any, NamedTuple

import pytest

from ldc.jail import Raised
from ldc.jail.outcomes import judged
from ldc.jail.records import _only_sets, maker
from ldc.jail.values import codec


class Pair(NamedTuple):
    a: int
    b: int = 2


@dataclass(frozen=True, slots=True)
class Plain:
    a: int
    b: int


@dataclass(frozen=True)
class Open:
    a: int
    b: int


@dataclass(frozen=True, slots=True)
class Named:
    a: int
    _: KW_ONLY
    b: int


@dataclass(frozen=True, slots=True)
class Below(Plain):
    c: int = 3


@dataclass(frozen=True, slots=True)
class Checked:
    a: int
    b: int = field(default=1)

    def __post_init__(self) -> None:
        if self.a > self.b:
            raise KeyError(self.a)


@pytest.mark.parametrize("kind", [Pair, Plain, Open, Named, Checked])
def test_what_is_made_equals_what_the_class_makes(kind: Any) -> None:
    made = maker(kind)(1, 2)
    assert type(made) is kind
    assert made == kind(a=1, b=2)
    assert hash(made) == hash(kind(a=1, b=2))
    assert repr(made) == repr(kind(a=1, b=2))


def test_a_record_below_another_is_made_by_its_own_class() -> None:
    assert maker(Below)(1, 2, 4) == Below(1, 2, 4)


def test_only_plain_records_skip_their_own_making() -> None:
    kinds = {Plain: True, Open: False, Named: True, Below: False, Checked: False}
    names: dict[type, list[str]] = {Below: ["a", "b", "c"]}
    for kind, skips in kinds.items():
        assert _only_sets(kind, names.get(kind, ["a", "b"])) is skips


def test_the_checks_of_a_record_are_a_misfit_and_no_error_of_the_host() -> None:
    (found,) = judged([["returned", [5, 1]]], codec(Checked).decode)
    assert found == Raised("misfit", "returned a wrong value: KeyError: 5")
