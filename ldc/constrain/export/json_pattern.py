"""A pattern as ECMAScript, Python and Rust all read it, for JSON Schema."""

from ldc.constrain.language import tree
from ldc.constrain.pattern import Chain, Chars, Expression, Loop, OneOf


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
            runs = (
                _letter(a) if a == b else f"{_letter(a)}-{_letter(b)}"
                for a, b in ranges
            )
            return f"[{''.join(runs)}]"
        case Chain(parts):
            return "".join(map(_written, parts))
        case OneOf(parts):
            return f"(?:{'|'.join(map(_written, parts))})"
        case Loop(part, least, most):
            upper = "" if most < 0 else most
            return f"(?:{_written(part)}){{{least},{upper}}}"


def _letter(point: int) -> str:
    letter = chr(point)
    return "\\" + letter if letter in r"^$\.*+?()[]{}|/-" else letter
