"""Ranges of integers as digit patterns, for ranges too wide to list."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Digits:
    """Numbers of one length whose digits vary independently: `-[2-4][0-9]`."""

    negative: bool
    classes: tuple[tuple[int, int], ...]
    """First and last digit allowed at each place."""

    def regex(self) -> str:
        """Return the pattern as a regular expression."""
        places = (
            str(first) if first == last else f"[{first}-{last}]"
            for first, last in self.classes
        )
        return ("-" if self.negative else "") + "".join(places)


def digit_patterns(low: int, high: int) -> tuple[Digits, ...]:
    """Return patterns that spell exactly the integers from low to high, as `repr` does.

    Each integer matches one pattern. `-0` and leading zeros match none.

    Example:
        >>> [p.regex() for p in digit_patterns(-3, 25)]
        ['-[1-3]', '[0-9]', '1[0-9]', '2[0-5]']
    """
    found = []
    if low < 0:
        found += [Digits(True, c) for c in _natural(max(1, -high), -low)]
    if high >= 0:
        found += [Digits(False, c) for c in _natural(max(0, low), high)]
    return tuple(found)


def _natural(low: int, high: int) -> list[tuple[tuple[int, int], ...]]:
    """Return digit classes for low..high, both at least 0."""
    found = []
    for length in range(len(str(low)), len(str(high)) + 1):
        first = max(low, 10 ** (length - 1) if length > 1 else 0)
        last = min(high, 10**length - 1)
        found += _same_length(str(first), str(last))
    return found


def _same_length(low: str, high: str) -> list[tuple[tuple[int, int], ...]]:
    """Return digit classes for low..high, spelled with equally many digits."""
    if not low:
        return [()]
    first, last = int(low[0]), int(high[0])
    rest = len(low) - 1
    if first == last:
        return [((first, last), *tail) for tail in _same_length(low[1:], high[1:])]
    below, above = [], []
    if low[1:] != "0" * rest:
        below = [((first, first), *t) for t in _same_length(low[1:], "9" * rest)]
        first += 1
    if high[1:] != "9" * rest:
        above = [((last, last), *t) for t in _same_length("0" * rest, high[1:])]
        last -= 1
    middle = [((first, last), *((0, 9),) * rest)] if first <= last else []
    return below + middle + above
