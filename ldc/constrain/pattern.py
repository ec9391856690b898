"""Regular expressions as trees of characters, read from Python's own syntax."""

import importlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ldc.errors import GrammarError

Ranges = tuple[tuple[int, int], ...]
"""Code points, first and last of each run, sorted and apart."""

LAST = 0x10FFFF
SURROGATES = (0xD800, 0xDFFF)
"""Halves of a character; no text may hold one."""


@dataclass(frozen=True, slots=True)
class Chars:
    """One character of these."""

    ranges: Ranges


@dataclass(frozen=True, slots=True)
class Chain:
    """One part after the other; none is the empty text."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class OneOf:
    """Any of the parts; none matches nothing."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Loop:
    """A part, `least` to `most` times; `most` is -1 for without end."""

    part: "Expression"
    least: int
    most: int


Expression = Chars | Chain | OneOf | Loop

EMPTY = Chain(())
NEVER = OneOf(())


def chain(*parts: Expression) -> Expression:
    """Return parts one after the other, flat and without empty ones."""
    flat: list[Expression] = []
    for part in parts:
        if isinstance(part, Loop) and part.most == 0:
            continue
        flat += part.parts if isinstance(part, Chain) else (part,)
    if NEVER in flat:
        return NEVER
    return flat[0] if len(flat) == 1 else Chain(tuple(flat))


def one_of(parts: Iterable[Expression]) -> Expression:
    """Return the union, flat, each part once."""
    flat: dict[Expression, None] = {}
    for part in parts:
        members = part.parts if isinstance(part, OneOf) else (part,)
        flat |= dict.fromkeys(members)
    return next(iter(flat)) if len(flat) == 1 else OneOf(tuple(flat))


def chars(*runs: tuple[int, int]) -> Chars:
    """Return characters of runs that may overlap, without halves of characters."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(runs):
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return without(Chars(tuple(found)), Chars((SURROGATES,)))


def without(one: Chars, other: Chars) -> Chars:
    """Return the characters of one that are not of the other."""
    found, barred, place = [], other.ranges, 0
    for first, last in one.ranges:
        while place < len(barred) and barred[place][1] < first:
            place += 1
        here = place
        while here < len(barred) and barred[here][0] <= last:
            if first < barred[here][0]:
                found.append((first, barred[here][0] - 1))
            first, here = barred[here][1] + 1, here + 1
        if first <= last:
            found.append((first, last))
    return Chars(tuple(found))


def common(one: Chars, other: Chars) -> Chars:
    """Return the characters that are in both."""
    return without(one, without(one, other))


ANYTHING = chars((0, LAST))
"""Every character."""

_CLASSES = {
    "CATEGORY_DIGIT": chars((48, 57)),
    "CATEGORY_WORD": chars((48, 57), (65, 90), (95, 95), (97, 122)),
    "CATEGORY_SPACE": chars((9, 13), (32, 32)),
}
"""`\\d`, `\\w`, `\\s` in ASCII mode."""


def parse(regex: str, where: str) -> Expression:
    r"""Return the tree of a regular expression that must match as a whole.

    Args:
        regex: In Python's syntax. `\d`, `\w` and `\s` are ASCII only.
        where: The parameter, as errors name it.

    Raises:
        GrammarError: It does not parse, or it looks around, back, or at flags.
    """
    try:
        tree = importlib.import_module("re._parser").parse(regex, re.ASCII)
    except (re.error, RecursionError, OverflowError) as error:
        what = f"the pattern {regex!r} does not parse: {error}"
        raise GrammarError(where, what, "write a regular expression") from error
    if tree.state.flags & ~re.ASCII:
        raise _refused(regex, "flags", where)
    items = list(tree)
    ends = ("AT_BEGINNING", "AT_BEGINNING_STRING"), ("AT_END", "AT_END_STRING")
    if items and str(items[0][0]) == "AT" and str(items[0][1]) in ends[0]:
        items = items[1:]
    if items and str(items[-1][0]) == "AT" and str(items[-1][1]) in ends[1]:
        items = items[:-1]
    return _chain(items, regex, where)


def _chain(items: Any, regex: str, where: str) -> Expression:
    parts = tuple(_part(str(op), given, regex, where) for op, given in items)
    return parts[0] if len(parts) == 1 else Chain(parts)


def _part(op: str, given: Any, regex: str, where: str) -> Expression:
    match op:
        case "LITERAL":
            return chars((given, given))
        case "NOT_LITERAL":
            return without(ANYTHING, chars((given, given)))
        case "ANY":
            return without(ANYTHING, chars((10, 10)))
        case "IN":
            return _class(given)
        case "BRANCH":
            return OneOf(tuple(_chain(branch, regex, where) for branch in given[1]))
        case "SUBPATTERN" if not given[1] and not given[2]:
            return _chain(given[3], regex, where)
        case "MAX_REPEAT" | "MIN_REPEAT":
            least, most, inner = given
            endless = str(most) == "MAXREPEAT"
            part = _chain(inner, regex, where)
            return Loop(part, least, -1 if endless else most)
    raise _refused(regex, op.lower().replace("_", " "), where)


def _class(items: Any) -> Chars:
    negated, runs = False, []
    for op, given in items:
        match str(op):
            case "NEGATE":
                negated = True
            case "LITERAL":
                runs.append((given, given))
            case "RANGE":
                runs.append(given)
            case _:
                kind = str(given)
                listed = _CLASSES[kind.replace("_NOT", "")]
                negative = "_NOT" in kind
                runs += (without(ANYTHING, listed) if negative else listed).ranges
    return without(ANYTHING, chars(*runs)) if negated else chars(*runs)


def _refused(regex: str, what: str, where: str) -> GrammarError:
    mend = "use characters, classes, groups, | and repeats only"
    return GrammarError(where, f"no grammar for {what} in the pattern {regex!r}", mend)
