"""LDC034 clock: an answer that hangs on the time of day.

What it does: refuses modules that tell the time, as `time` and `datetime`.

Why: the same state must get the same answer, today and in a replay.

Not good:

    from time import time

Good: the step of the game, if it matters, is in the state.

    return state.balls[: 1 + state.wind % 2]
"""

from collections.abc import Iterator

from ldc.check.policy.language import listed
from ldc.check.policy.text import Seen, Text

MODULES = listed("calendar datetime sched time timeit zoneinfo")
"""Modules that tell the time."""


def clock(text: Text) -> Iterator[Seen]:
    """Yield each import of a clock."""
    for one in text.imports:
        if one.package in MODULES:
            yield (
                one.node,
                f"{one.module!r} gives another answer each time",
                "take the time from the state, or add a parameter",
            )
