"""A function that is called before and after each attack: a little of everything.

It is read as a text and loaded beside the attack, like another function of the base.
An attack that changes what functions share changes its answer.
"""

import json
import math
import re
from collections import Counter, OrderedDict, defaultdict
from copy import deepcopy
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import reduce
from itertools import accumulate
from statistics import fmean


class Tone(Enum):
    """An enum, whose class is the library's."""

    SOFT = 1
    LOUD = 8


@dataclass(frozen=True, order=True)
class Span:
    """A record, made by the library's decorator."""

    start: int
    stop: int


def _deep(steps: int) -> int:
    return 0 if steps == 0 else 1 + _deep(steps - 1)


def honest_witness(private: str, n: int) -> list[str]:
    """Return what many functions of Python and its library make of two values."""
    from heapq import nsmallest

    words = re.findall(r"[a-z]+|\d+", private)
    counted = Counter(private)
    groups = defaultdict(list)
    for letter in sorted(set(private)):
        groups[letter.isdigit()].append(letter)
    span = replace(Span(n, n + 5), stop=n + 8)
    order = OrderedDict((word, len(word)) for word in words)
    numbers = [abs(int(x, 16)) for x in private if x in "0123456789abcdef"]
    thirds = Decimal(n) / Decimal(7) + Decimal(sum(numbers))
    parts = (
        len(private),
        sorted(numbers, reverse=True)[:5],
        counted["-"] + counted["?"],
        counted.most_common(1)[0][1] == max(counted.values()),
        len(groups[True]) + len(groups[False]) == len(set(private)),
        (span.start, span.stop, span < Span(n, n + 9)),
        Tone(8).name,
        str(Tone.SOFT),
        list(order.values()),
        str(thirds),
        Fraction(n, 9) + Fraction(1, 6),
        n / 10 + (n + 1) / 30,
        math.sqrt(n + 2) + math.floor(n / 2 + 0.9),
        reduce(lambda a, b: a * 31 + b, numbers, 7) % 1_000_003,
        list(accumulate(numbers))[-1:],
        fmean([n, n + 1]),
        json.dumps({"n": n, "words": len(words)}, sort_keys=True),
        nsmallest(2, numbers),
        max(numbers) - min(numbers),
        _deep(120),
        len(str(10**700 + n)),
        isinstance(n, str),
        n + 5 == 8,
        deepcopy([n, [n]]),
        f"{n:>4}|{n / 3:.4f}|{private.upper()[:3]}",
    )
    return [str(part) for part in parts]
