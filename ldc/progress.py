"""One progress bar on stderr for loops that take a while; none when nobody looks."""

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


def tracked(items: Sequence[T], what: str) -> Iterator[T]:
    """Yield the items, with a bar that says what is done, how far, how long still.

    Args:
        items: Known in number.
        what: In a few words, before the bar.
    """
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, what, console=Console(stderr=True), transient=True)
