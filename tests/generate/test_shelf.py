"""What is kept stays within its bytes, and the least recently used goes first."""

import pytest

from ldc.finetune.student import Student
from ldc.generate.prefix import TorchReader
from ldc.generate.shelf import SHARED, Shelf, common


def test_the_least_recently_used_makes_room() -> None:
    dropped: list[str] = []
    shelf = Shelf(10, dropped.append)
    shelf.keep((1,), "one", 4)
    shelf.keep((2,), "two", 4)
    assert shelf.find((1,)) == "one"
    shelf.keep((3,), "three", 4)
    assert (dropped, shelf.bytes) == (["two"], 8)
    assert shelf.find((2,)) is None
    shelf.keep((4,), "larger than the shelf", 40)
    assert dropped == ["two", "one", "three"]
    assert shelf.find((4,)) == "larger than the shelf"


def test_the_nearest_shares_the_longest_beginning_worth_it() -> None:
    rules = tuple(range(SHARED))
    shelf: Shelf[str] = Shelf(100)
    shelf.keep((*rules, 7), "a", 1)
    shelf.keep((*rules, 8, 9), "b", 1)
    shelf.keep(rules[:-1], "short", 1)
    assert shelf.nearest((*rules, 8, 5)) == ("b", SHARED + 1)
    assert shelf.nearest((*rules[:-1], 99)) is None
    assert common((), (1,)) == 0


def test_menus_that_begin_alike_are_read_once_as_far(tiny: Student) -> None:
    rules = tuple(range(100, 100 + SHARED + 20))
    one, other = (*rules, 1, 2, 3), (*rules, 9, 8, 7, 6)
    fresh, sharing = TorchReader(tiny.model), TorchReader(tiny.model)
    fresh.begin([other])
    for menu, new in ((one, len(one)), (other, 4), (one, 0), (rules, 1), (other, 0)):
        before = sharing.tokens
        sharing.begin([menu])
        assert sharing.tokens - before == new
    ids = list(range(50))
    (found,) = sharing.read([[5, 6]], [ids])
    (known,) = fresh.read([[5, 6]], [ids])
    assert found == pytest.approx(known, abs=1e-4)
