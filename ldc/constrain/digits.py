"""Ranges of numbers as digit patterns, for ranges too wide to list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

PLACES = 3
"""A step is written in digits if its multiples end in at most 10**PLACES ways."""

Classes = tuple[tuple[int, int], ...]
"""First and last digit allowed at each place."""

Number = Sequence[int]
"""The digits of a number."""


@dataclass(frozen=True, slots=True)
class Digits:
    """Numbers of one length whose digits vary independently: `-[2-4][0-9]`."""

    negative: bool
    classes: Classes
    point: int = 0
    """How many digits stand behind a decimal point; 0 for an integer."""

    def regex(self) -> str:
        """Return the pattern as a regular expression."""
        places = [
            str(first) if first == last else f"[{first}-{last}]"
            for first, last in self.classes
        ]
        if self.point:
            places.insert(-self.point, r"\.")
        return ("-" if self.negative else "") + "".join(places)


def digit_patterns(low: int, high: int, step: int = 1) -> tuple[Digits, ...]:
    """Return patterns that spell exactly the integers from low to high, as `repr` does.

    Each integer matches one pattern. `-0` and leading zeros match none.

    Args:
        low: The first.
        high: The last.
        step: Only its multiples are spelled; it divides a power of ten.

    Example:
        >>> [p.regex() for p in digit_patterns(-3, 25)]
        ['-[1-3]', '[0-9]', '1[0-9]', '2[0-5]']
        >>> [p.regex() for p in digit_patterns(0, 130, 50)]
        ['0', '50', '100']
    """
    return tuple(Digits(*box) for box in _boxes(low, high, step, 1))


def decimal_patterns(low: int, high: int, step: int, places: int) -> tuple[Digits, ...]:
    r"""Return patterns that spell the multiples of a step as `repr` spells floats.

    Zeros at the end are left out, but for one behind the point: `0.5`, `3.0`.

    Args:
        low: The first, in units of the last decimal place: with 2 places, 125 is 1.25.
        high: The last.
        step: As in `digit_patterns`.
        places: Decimal places, at least 1. None of the numbers may be between 0 and
            0.0001, where `repr` writes `1e-05`.

    Example:
        >>> [p.regex() for p in decimal_patterns(-5, 110, 5, 2)][:5]
        ['-0\\.05', '0\\.0', '0\\.05', '0\\.[1-9]', '0\\.[1-9]5']
    """
    found = []
    for negative, classes in _boxes(low, high, step, places + 1):
        for kept in range(1, places + 1):
            cut = places - kept
            last = (1, 9) if kept > 1 else (0, 9)
            met = _meet(classes, (last, *((0, 0),) * cut))
            if met:
                found.append(Digits(negative, met[: len(met) - cut], kept))
    return tuple(found)


def endings(step: int) -> tuple[Classes, ...]:
    """Return the last digits of a step's multiples; none when it has endless many.

    Example:
        >>> endings(25)
        (((0, 0), (0, 0)), ((2, 2), (5, 5)), ((5, 5), (0, 0)), ((7, 7), (5, 5)))
        >>> endings(3)
        ()
    """
    for digits in range(PLACES + 1):
        whole = 10**digits
        if whole % step == 0:
            return tuple(
                tuple((int(d), int(d)) for d in f"{n + whole}"[1:])
                for n in range(0, whole, step)
            )
    return ()


def _boxes(
    low: int, high: int, step: int, width: int
) -> Iterator[tuple[bool, Classes]]:
    """Yield sign and classes of the multiples in a range, filled up with zeros."""
    for negative, first, last in (
        (True, max(1, -high), -low),
        (False, max(0, low), high),
    ):
        for classes in _natural(first, last) if first <= last else ():
            filled = (*((0, 0),) * (width - len(classes)), *classes)
            for ending in endings(step):
                if met := _meet(filled, ending):
                    yield negative, met


def _meet(classes: Classes, ending: Classes) -> Classes:
    """Return the numbers with such an ending; () for none."""
    over = len(ending) - len(classes)
    if any(first > 0 for first, _ in ending[: max(over, 0)]):
        return ()
    tail = ending[max(over, 0) :]
    head = classes[: len(classes) - len(tail)]
    both = [
        (max(a, c), min(b, d))
        for (a, b), (c, d) in zip(classes[len(head) :], tail, strict=True)
    ]
    return (*head, *both) if all(first <= last for first, last in both) else ()


def _natural(low: int, high: int) -> list[Classes]:
    """Return digit classes for low..high, both at least 0."""
    found = []
    for length in range(len(str(low)), len(str(high)) + 1):
        first = max(low, 10 ** (length - 1) if length > 1 else 0)
        last = min(high, 10**length - 1)
        found += same_length(_digits(first), _digits(last))
    return found


def same_length(low: Number, high: Number, top: int = 9) -> list[Classes]:
    """Return digit classes for low..high, spelled with equally many digits.

    Args:
        low: The digits of the first.
        high: The digits of the last.
        top: The largest digit.
    """
    if not low:
        return [()]
    (first, *below), (last, *above) = low, high
    rest = len(below)
    if first == last:
        return [((first, last), *t) for t in same_length(below, above, top)]
    found = []
    if any(below):
        tails = same_length(below, [top] * rest, top)
        found += [((first, first), *tail) for tail in tails]
        first += 1
    ends = []
    if any(digit != top for digit in above):
        tails = same_length([0] * rest, above, top)
        ends = [((last, last), *tail) for tail in tails]
        last -= 1
    middle = [((first, last), *((0, top),) * rest)] if first <= last else []
    return found + middle + ends


def _digits(number: int) -> Number:
    return [int(digit) for digit in str(number)]
