"""One character as `repr` spells it, in EBNF."""

from functools import cache
from itertools import groupby

from ldc.constrain.literals import quoted
from ldc.constrain.pattern import Chain, Chars, Expression, Loop, OneOf, parse
from ldc.constrain.quotes import regex_of


@cache
def spelled(letters: Chars, escapes: bool) -> str:
    """Return the ways to spell one of these characters.

    Args:
        letters: The characters.
        escapes: Whether a single quote is spelled with a backslash.
    """
    return ebnf(parse(regex_of(letters, quoted=escapes), "text"))


def ebnf(expression: Expression) -> str:
    """Return an expression in EBNF, in brackets where it needs them."""
    match expression:
        case Chars(ranges):
            (first, last), *more = ranges
            if first == last and not more:
                return (
                    quoted(chr(first)) if chr(first).isprintable() else _class(ranges)
                )
            return _class(ranges)
        case Chain(parts):
            return " ".join(map(ebnf, parts))
        case OneOf(parts):
            return f"({' | '.join(_factored([_flat(part) for part in parts]))})"
        case Loop(part, least, most):
            upper = "" if most < 0 else most
            return f"({ebnf(part)}){{{least},{upper}}}"


def _factored(rows: list[tuple[Expression, ...]]) -> list[str]:
    """Return alternatives, neighbours with one beginning told as one.

    An engine that tries all ways at once, as llama.cpp does, would otherwise hold a
    thousand of them behind each backslash.
    """
    found = []
    for first, group in groupby(rows, key=lambda row: row[0]):
        rests = [row[1:] for row in group]
        if len(rests) == 1 or not all(rests):
            found += [ebnf(Chain((first, *rest))) for rest in rests]
        else:
            found.append(f"{ebnf(first)} ({' | '.join(_factored(rests))})")
    return found


def _flat(part: Expression) -> tuple[Expression, ...]:
    return part.parts if isinstance(part, Chain) else (part,)


def _class(ranges: tuple[tuple[int, int], ...]) -> str:
    runs = (_point(a) if a == b else f"{_point(a)}-{_point(b)}" for a, b in ranges)
    return f"[{''.join(runs)}]"


def _point(point: int) -> str:
    r"""Return a character of a class; never as `\xHH`, which XGrammar reads on from."""
    letter = chr(point)
    if letter.isascii() and (letter.isalnum() or letter in " _.,:;!/'"):
        return letter
    return f"\\u{point:04X}" if point <= 0xFFFF else f"\\U{point:08X}"
