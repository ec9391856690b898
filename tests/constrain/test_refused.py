"""Types that no grammar can express: each names the parameter and what to write."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import (
    Annotated,
    Any,
    Generic,
    Literal,
    NamedTuple,
    NewType,
    Optional,
    TypedDict,
    TypeVar,
)

import pytest
from annotated_types import Ge, Gt, Le, Len, Lt, MaxLen, MinLen, MultipleOf, Predicate

from ldc.constrain import narrow
from ldc.errors import GrammarError
from ldc.ir import Live, Pattern
from tests.constrain.conftest import made
from tests.toy import TOY
from tests.toy.state import State

Item = TypeVar("Item")
Metres = NewType("Metres", int)
SCOPE = (("state", State),)
Digit = Annotated[int, Ge(0), Le(9)]


@dataclass
class Loose:
    """Its field may change."""

    x: Digit


@dataclass(frozen=True)
class Chain:
    """It holds itself."""

    x: Digit
    rest: Optional["Chain"] = None


@dataclass(frozen=True)
class There:
    """It holds itself through another."""

    back: "tuple[Back] | None" = None


@dataclass(frozen=True)
class Back:
    """The other."""

    there: There


@dataclass(frozen=True)
class Picky:
    """It refuses values when it is made."""

    x: Digit

    def __post_init__(self) -> None:
        """Refuse odd numbers."""
        if self.x % 2:
            raise ValueError(self.x)


@dataclass(frozen=True)
class Box(Generic[Item]):
    """It holds anything."""

    item: Item


@dataclass(frozen=True)
class Derived:
    """A field is not given to it."""

    x: Digit
    y: int = field(init=False, default=0)


@dataclass(frozen=True)
class Open:
    """A field has no bounds."""

    x: int


@dataclass(frozen=True)
class Lost:
    """A field's type is nowhere."""

    x: "Nowhere"  # type: ignore[name-defined]  # noqa: F821


class Pair(NamedTuple):
    """A field has no bounds."""

    text: str


class Keyed(TypedDict):
    """A dictionary."""

    x: Digit


class Plain:
    """A class of its own."""


REFUSED: list[tuple[Any, str, str]] = [
    (int, "it has no bounds", "bound it on both sides"),
    (Annotated[int, Ge(0)], "it has no bounds", "bound it on both sides"),
    (Annotated[int, Lt(3)], "it has no bounds", "bound it on both sides"),
    (Annotated[int, Ge(float("-inf")), Le(3)], "no grammar for the limit", "finite"),
    (Annotated[int, Ge(0), Le("z")], "no grammar for the limit", "finite numbers"),
    (
        Annotated[int, Ge(0), Le(9), MultipleOf(0)],
        "no grammar for the limit",
        "above 0",
    ),
    (
        Annotated[int, Ge(0), Le(10**6), MultipleOf(7)],
        "too many",
        "a step of 2, 5 or 10",
    ),
    (
        Annotated[int, Ge(0), Le(9), Predicate(bool)],
        "no grammar for the limit",
        "use Ge",
    ),
    (Annotated[int, Ge(0), Le(9), MaxLen(2)], "a length fits", "drop the length"),
    (Annotated[int, Ge(0), Le(9), Pattern("1")], "a pattern fits a str", "drop it"),
    (float, "no bounds or no step", "MultipleOf"),
    (Annotated[float, Ge(0), Le(1)], "no bounds or no step", "MultipleOf"),
    (Annotated[float, Ge(0), Le(10**9), MultipleOf(0.3)], "too many", "a step of 0.5"),
    (Annotated[float, Ge(0), Le(1), MultipleOf(1e-9)], "too many", "a step of 0.5"),
    (Annotated[float, Ge(0), Le(1e15), MultipleOf(0.01)], "too many", "a step of 0.5"),
    (str, "it may be any text", r"Annotated\[str, Pattern"),
    (Annotated[str, MinLen(2)], "it may be any text", "bound them"),
    (Annotated[str, Pattern("[a-z]+")], "repeats without end", r"\{0,8\} in place of"),
    (Annotated[str, Pattern("(ab*)?")], "repeats without end", "or MaxLen"),
    (Annotated[str, Pattern("[a-z]{1,500}")], "too long", "at most 200"),
    (Annotated[str, MaxLen(10**6)], "too long", "at most 200"),
    (Annotated[str, Pattern("(a)\\1")], "no grammar for groupref", "use characters"),
    (Annotated[str, Pattern("a(?=b)")], "no grammar for assert", "use characters"),
    (Annotated[str, Pattern("(?i)a")], "no grammar for flags", "use characters"),
    (Annotated[str, Pattern("\\ba")], "no grammar for at", "use characters"),
    (Annotated[str, Pattern("(")], "does not parse", "write a regular expression"),
    (Annotated[str, Pattern("a"), Pattern("b")], "two patterns", "one expression"),
    (Annotated[str, MaxLen(3), Ge("a")], "no grammar for the limit", "finite"),
    (Annotated[bool, MaxLen(2)], "a length fits a tuple or a str", "drop the length"),
    (Annotated[bool, MultipleOf(2)], "a step fits a number", "drop it"),
    (Annotated[Literal["a", 1], Ge(0)], "cannot be compared", "put the bounds at"),
    (Annotated[int | None, Ge(0), Le(9)], "cannot be listed", "annotated numbers"),
    (tuple[bool, ...], "any length", "bound its length"),
    (tuple, "cannot be listed", "use annotated numbers"),
    (
        Annotated[tuple[bool, bool], Len(3, 3)],
        "never has the length",
        "drop the length",
    ),
    (tuple[int, bool], "it has no bounds", "bound it on both sides"),
    (list[int], "cannot be listed", "use a tuple of bounded length"),
    (list, "cannot be listed", "use a tuple of bounded length"),
    (set[bool], "cannot be listed", "use a tuple of bounded length"),
    (frozenset[bool], "cannot be listed", "use a tuple of bounded length"),
    (Sequence[bool], "cannot be listed", "use a tuple of bounded length"),
    (dict[str, int], "cannot be listed", "use a frozen dataclass"),
    (Keyed, "cannot be listed", "use a frozen dataclass"),
    (Any, "cannot be listed", "use annotated numbers"),
    (object, "cannot be listed", "use annotated numbers"),
    (bytes, "cannot be listed", "use annotated numbers"),
    (complex, "cannot be listed", "use annotated numbers"),
    (Callable[[], int], "cannot be listed", "use"),
    (type[int], "cannot be listed", "use annotated numbers"),
    (Plain, "cannot be listed", "use annotated numbers"),
    (Item, "cannot be listed", "a type variable"),
    (Metres, "cannot be listed", "write int with its bounds"),
    (Loose, "its fields may change", r"frozen=True"),
    (Chain, "it holds itself", "end it"),
    (There, "it holds itself", "end it"),
    (Picky, "__post_init__ may refuse", "in the types of its fields"),
    (Box, "it is generic", "write the types"),
    (Box[bool], "cannot be listed", "use"),
    (Derived, "a field is not given", r"init=False"),
    (Open, "it has no bounds", "bound it on both sides"),
    (Lost, "'Nowhere' is not defined", "define the types"),
    (Pair, "it may be any text", "bound them"),
    (bool | list[int], "cannot be listed", "use a tuple of bounded length"),
    (Annotated[Plain, Live("balls")], "cannot be listed", "use annotated numbers"),
    (Annotated[Digit, Live("bals")], "no live group 'bals'", "did you mean 'balls'"),
]


@pytest.mark.parametrize(("kind", "why", "mend"), REFUSED)
def test_an_open_type_is_refused_with_the_mend(kind: Any, why: str, mend: str) -> None:
    with pytest.raises(GrammarError, match=why) as caught:
        narrow(TOY, "pick", (made("f", {"size": kind}),), {"balls": (1,)}, SCOPE)
    assert caught.value.where.startswith("f.py: parameter 'size'")
    assert re.search(mend, caught.value.mend)


def test_the_field_that_is_open_is_named() -> None:
    with pytest.raises(GrammarError) as caught:
        narrow(TOY, "pick", (made("f", {"a": tuple[bool, Open]}),), {}, SCOPE)
    assert caught.value.where == "f.py: parameter 'a': field 'x' of Open"


@pytest.mark.parametrize(
    "kind",
    [
        Annotated[int, Gt(0), Lt(10**9)],
        Annotated[int, Ge(0), Le(10**6), MultipleOf(50)],
        Annotated[float, Ge(-1000), Le(1000), MultipleOf(0.01)],
        Annotated[str, Pattern("[a-z]+"), MaxLen(8)],
        Annotated[str, MaxLen(20)],
        tuple[()],
    ],
)
def test_what_has_bounds_is_not_refused(kind: Any) -> None:
    grammar = narrow(TOY, "pick", (made("f", {"size": kind}),), {}, SCOPE)
    assert [head.function for head in grammar.heads] == ["f"]
