"""One character as `repr` spells it, in EBNF."""

from collections.abc import Callable
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
    return ebnf(parse(regex_of(letters, quoted=escapes), "text"), _as_it_is)


def ebnf(expression: Expression, letter: Callable[[Chars], str]) -> str:
    """Return an expression in EBNF, in brackets where it needs them.

    Args:
        expression: The expression.
        letter: How one character of some is written.
    """
    match expression:
        case Chars():
            return letter(expression)
        case Chain(parts):
            return " ".join(ebnf(part, letter) for part in parts) or quoted("")
        case OneOf(parts):
            rows = [_flat(part) for part in parts]
            return f"({' | '.join(_factored(rows, letter))})"
        case Loop(part, least, most):
            upper = "" if most < 0 else most
            inner = ebnf(part, letter)
            whole = inner if isinstance(part, Chars) else f"({inner})"
            return f"{whole}{{{least},{upper}}}"


def _factored(
    rows: list[tuple[Expression, ...]], letter: Callable[[Chars], str]
) -> list[str]:
    """Return alternatives, neighbours with one beginning told as one.

    An engine that tries all ways at once, as llama.cpp does, would otherwise hold a
    thousand of them behind each backslash.
    """
    found = []
    for first, group in groupby(rows, key=lambda row: row[:1]):
        rests = [row[1:] for row in group]
        if len(rests) == 1 or not all(rests):
            found += [ebnf(Chain((*first, *rest)), letter) for rest in rests]
        else:
            begun = ebnf(Chain(first), letter)
            found.append(f"{begun} ({' | '.join(_factored(rests, letter))})")
    return found


def _flat(part: Expression) -> tuple[Expression, ...]:
    return part.parts if isinstance(part, Chain) else (part,)


def _as_it_is(letters: Chars) -> str:
    """Return a character where no spelling stands between it and the grammar."""
    (first, last), *more = letters.ranges
    single = first == last and not more and chr(first).isprintable()
    return quoted(chr(first)) if single else _class(letters.ranges)


def _class(ranges: tuple[tuple[int, int], ...]) -> str:
    runs = (_point(a) if a == b else f"{_point(a)}-{_point(b)}" for a, b in ranges)
    return f"[{''.join(runs)}]"


def _point(point: int) -> str:
    r"""Return a character of a class; never as `\xHH`, which XGrammar reads on from."""
    letter = chr(point)
    if letter.isascii() and (letter.isalnum() or letter in " _.,:;!/'"):
        return letter
    return f"\\u{point:04X}" if point <= 0xFFFF else f"\\U{point:08X}"
