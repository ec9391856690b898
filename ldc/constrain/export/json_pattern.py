"""A pattern as ECMAScript, Python and Rust all read it, for JSON Schema."""

from ldc.constrain.language import tree
from ldc.constrain.pattern import (
    ANYTHING,
    Chain,
    Chars,
    Expression,
    Loop,
    OneOf,
    Ranges,
)


def pattern_of(regex: str, least: int, most: int) -> str:
    """Return the expression of whole texts, with every class spelled out.

    Args:
        regex: As in `Text`.
        least: Fewest characters, said only where there is no expression.
        most: Most characters, likewise.
    """
    return f"^(?:{_written(tree(regex, least, most))})$"


def _written(expression: Expression) -> str:
    match expression:
        case Chars(ranges):
            return _class(ranges)
        case Chain(parts):
            return "".join(map(_written, parts))
        case OneOf(parts):
            return f"(?:{'|'.join(map(_written, parts))})"
        case Loop(part, least, most):
            upper = "" if most < 0 else str(most)
            times = str(least) if upper == str(least) else f"{least},{upper}"
            inner = _written(part)
            whole = inner if isinstance(part, Chars) else f"(?:{inner})"
            return f"{whole}{{{times}}}"


def _class(ranges: Ranges) -> str:
    if ranges == ANYTHING.ranges:
        return r"[\s\S]"
    if len(ranges) == 1 and ranges[0][0] == ranges[0][1]:
        return _letter(ranges[0][0])
    runs = (_letter(a) if a == b else f"{_letter(a)}-{_letter(b)}" for a, b in ranges)
    return f"[{''.join(runs)}]"


def _letter(point: int) -> str:
    """Return a character; only those with a meaning get a backslash."""
    letter = chr(point)
    if letter == "-":
        return "\\x2d"  # `\-` is no escape outside a class in ECMAScript
    return "\\" + letter if letter in r"^$\.*+?()[]{}|/" else letter
