# A tuple with names.
from typing import NamedTuple


class Span(NamedTuple):
    start: int
    stop: int


def named_tuple_class(n):
    span = Span(n, n + 4)
    start, stop = span
    return stop - start + span.start
