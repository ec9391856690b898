# Types of typing above plain code.
from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")


def _first(items: Iterable[T], good: Callable[[T], bool], other: T) -> T:
    return next((item for item in items if good(item)), other)


def attack(xs: list[int]) -> int:
    return _first(xs, lambda x: x < 2, -1)
