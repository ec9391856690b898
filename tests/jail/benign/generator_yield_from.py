# A generator that hands over to others.
from collections.abc import Iterator


def _walk(tree: tuple) -> Iterator[int]:
    for part in tree:
        if isinstance(part, tuple):
            yield from _walk(part)
        else:
            yield part


def attack(n: int) -> list[int]:
    return list(_walk((1, (2, (3, n), 4), ((5,),))))
