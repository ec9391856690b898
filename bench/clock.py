"""What something takes, of the processor and of the clock."""

import time
from collections.abc import Callable, Sequence
from statistics import median
from typing import NamedTuple


class Took(NamedTuple):
    """Milliseconds."""

    cpu: float
    wall: float


def timed(run: Callable[[], object]) -> Took:
    """Return what something takes; what runs in another process says so itself."""
    cpu, wall = time.process_time(), time.perf_counter()
    told = run()
    if isinstance(told, Took):
        return told
    return Took((time.process_time() - cpu) * 1e3, (time.perf_counter() - wall) * 1e3)


def ratio(these: Sequence[float], those: Sequence[float]) -> float:
    """Return the median ratio of pairs."""
    return median(a / b for a, b in zip(these, those, strict=True))
