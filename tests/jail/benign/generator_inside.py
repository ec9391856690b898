# A generator that is used up inside.
from collections.abc import Iterator


def _steps(start: int) -> Iterator[int]:
    while start > 0:
        yield start
        start //= 2


def generator_inside(n: int) -> list[int]:
    return list(_steps(n * 8))
