"""A pattern of JSON Schema, which may match anywhere, as one of whole texts."""

import re
from collections.abc import Iterator

ANYTHING = r"[\x00-\U0010ffff]*"

_FLAGS = re.compile(r"\(\?[a-zA-Z]+\)")
_NAMED = re.compile(r"\(\?<(?![=!])")
"""ECMAScript's `(?<year>...)`, which Python writes `(?P<year>...)`."""


def whole(pattern: str) -> str:
    """Return an expression of the texts in which a pattern is found.

    Each alternative has its own anchors: `^a|b$` is what begins with a or ends with b.
    """
    flags = _FLAGS.match(pattern)
    if flags:  # the compiler of patterns refuses them, by name
        return flags.group() + whole(pattern[flags.end() :])
    pattern = _NAMED.sub("(?P<", pattern)
    ways = list(_alternatives(pattern))
    if len(ways) > 1:
        return "|".join(f"(?:{whole(way)})" for way in ways)
    inner = _grouped(pattern)
    if inner is not None and len(list(_alternatives(inner))) > 1:
        return whole(inner)
    begins = pattern.startswith("^")
    ends = pattern.endswith("$") and not _escaped(pattern, len(pattern) - 1)
    inner = pattern[begins : len(pattern) - ends]
    return f"{'' if begins else ANYTHING}(?:{inner}){'' if ends else ANYTHING}"


def _alternatives(pattern: str) -> Iterator[str]:
    """Yield what stands between the `|` that are in no group and no class."""
    begun = 0
    for place, level in _levels(pattern):
        if pattern[place] == "|" and level == 0:
            yield pattern[begun:place]
            begun = place + 1
    yield pattern[begun:]


def _grouped(pattern: str) -> str | None:
    """Return what a group that is the whole pattern holds; None if there is none."""
    head = next((h for h in ("(?:", "(") if pattern.startswith(h)), None)
    if head is None or pattern.startswith("(?") != (head == "(?:"):
        return None
    closed = [p for p, level in _levels(pattern) if pattern[p] == ")" and level == 0]
    return pattern[len(head) : -1] if closed[:1] == [len(pattern) - 1] else None


def _levels(pattern: str) -> Iterator[tuple[int, int]]:
    """Yield each place outside of classes and escapes, with how many groups hold it."""
    level, place = 0, 0
    while place < len(pattern):
        letter = pattern[place]
        if letter == "\\":
            place += 2
            continue
        if letter == "[":
            place = _class_end(pattern, place)
            continue
        level -= letter == ")"
        yield place, level
        level += letter == "("
        place += 1


def _class_end(pattern: str, place: int) -> int:
    """Return the place behind a class that begins at a place."""
    here = place + 1 + (pattern[place + 1 : place + 2] == "^")
    here += pattern[here : here + 1] == "]"
    while here < len(pattern) and pattern[here] != "]":
        here += 1 + (pattern[here] == "\\")
    return here + 1


def _escaped(pattern: str, place: int) -> bool:
    before = pattern[:place]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1
