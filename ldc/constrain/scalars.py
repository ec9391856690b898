"""Numbers and texts: listed when they are few, else in digits or as a pattern."""

import math
from fractions import Fraction

from ldc.constrain.digits import endings
from ldc.constrain.forms import Choice, Decimals, Production, Range, Text
from ldc.constrain.language import longest, tree
from ldc.constrain.limits import Limits, refused
from ldc.constrain.productions import NOTHING, choice, either
from ldc.constrain.values import count, nth

LISTED = 256
"""Integers and texts up to this many are listed one by one."""

STEPS = 4096
"""Steps of a number up to this many are listed where digits cannot tell them."""

LONGEST = 200
"""Characters of a text."""

EXACT = 10**15
"""Floats below this many units of their last place are spelled by `repr` exactly."""

SMALL = Fraction(1, 10**4)
"""Below it, `repr` writes a float with an exponent."""


def integers(limits: Limits, where: str) -> Production:
    """Return the integers within bounds, in steps.

    Raises:
        GrammarError: they have no bounds, or a step that digits cannot tell.
    """
    low, high = limits.edges()
    if low is None or high is None:
        mend = "bound it on both sides: Annotated[int, Ge(0), Le(9)]"
        raise refused(int, "it has no bounds", mend, where)
    step = math.lcm(*(Fraction(str(one)).numerator for one in limits.steps))
    first, last = math.ceil(low), math.floor(high)
    first += not limits.admits(first) and first == low
    last -= not limits.admits(last) and last == high
    first, last = -(-first // step) * step, last // step * step
    many = (last - first) // step + 1
    if many <= LISTED or (many <= STEPS and not endings(step)):
        return choice(range(first, last + 1, step))
    if not endings(step):
        mend = f"use a step of 2, 5 or 10, or at most {STEPS} values"
        raise refused(
            int, f"{many} values in steps of {step} are too many", mend, where
        )
    return Range(first, last, step)


def floats(limits: Limits, where: str) -> Production:
    """Return the floats within bounds, in steps.

    Raises:
        GrammarError: they have no bounds or no step, or one that digits cannot tell.
    """
    low, high = limits.edges()
    if low is None or high is None or len(limits.steps) != 1:
        mend = "write Annotated[float, Ge(0), Le(1), MultipleOf(0.1)]"
        raise refused(float, "it has no bounds or no step", mend, where)
    step = Fraction(str(limits.steps[0]))
    first = math.ceil(Fraction(str(low)) / step)
    last = math.floor(Fraction(str(high)) / step)
    if first <= last:
        first += not limits.admits(float(step * first))
        last -= first <= last and not limits.admits(float(step * last))
    if last - first < STEPS:
        return choice(float(step * k) for k in range(first, last + 1))
    return _decimals(first, last, step, where)


def _decimals(first: int, last: int, step: Fraction, where: str) -> Production:
    """Return step * first .. step * last; what `repr` writes as 1e-05 is listed."""
    places = max(1, next(p for p in range(400) if (step * 10**p).denominator == 1))
    unit = int(step * 10**places)
    small = math.ceil(SMALL / step)
    if not endings(unit) or small > STEPS or max(-first, last) * unit >= EXACT:
        mend = f"use a step of 0.5, 0.1 or 0.01, or at most {STEPS} values"
        why = f"{last - first + 1} values in steps of {float(step)} are too many"
        raise refused(float, why, mend, where)
    if small <= 1:
        return Decimals(first * unit, last * unit, unit, places)
    near = range(max(first, 1 - small), min(last, small - 1) + 1)
    runs = ((first, min(last, -small)), (max(first, small), last))
    return either(
        (
            choice(float(step * k) for k in near),
            *(
                Decimals(low * unit, high * unit, unit, places)
                for low, high in runs
                if low <= high
            ),
        )
    )


def texts(limits: Limits, where: str) -> Production:
    """Return the texts that match a pattern, of a bounded length.

    Raises:
        GrammarError: they have no bound, or a bound or pattern that no grammar keeps.
    """
    if limits.checks or limits.steps:
        mend = "bound its length, or list the texts"
        raise refused(str, "its values cannot be compared", mend, where)
    if len(limits.patterns) > 1:
        raise refused(str, "it has two patterns", "write one expression", where)
    regex, most = "".join(limits.patterns), -1 if limits.most is None else limits.most
    if limits.patterns and not regex:
        return choice([""] if limits.least == 0 else [])
    if not regex and most < 0:
        mend = (
            'list the texts: Literal["a", "b"], or bound them: '
            'Annotated[str, Pattern("[a-z]{1,8}")], Annotated[str, MaxLen(20)]'
        )
        raise refused(str, "it may be any text", mend, where)
    expression = tree(regex, limits.least, most, where)
    if most < 0 and longest(expression) < 0:
        mend = "bound it: {0,8} in place of * and +, or MaxLen beside the pattern"
        raise refused(str, f"{regex!r} repeats without end", mend, where)
    if not 0 <= (longest(expression) if most < 0 else most) <= LONGEST:
        mend = f"bound it by at most {LONGEST} characters"
        raise refused(str, "its texts are too long", mend, where)
    if 0 <= most < limits.least:
        return NOTHING
    found = Text(regex, limits.least, most)
    if count(found) <= LISTED:
        return _listed(found)
    return found


def _listed(found: Text) -> Choice:
    return choice(nth(found, place) for place in range(count(found)))
