r"""The texts of a pattern as `repr` spells them, as regular expressions.

`repr` takes single quotes, but double ones for a text with a single quote and no
double one; it writes `\\`, `\n`, `\r`, `\t`, and what is not printable as `\x1f`,
`\u200b` or `\U000e0001`. So a pattern with both quotes has three forms, and each form
is what its expression and some conditions match alike.
"""

from functools import cache
from itertools import pairwise

from ldc.constrain.digits import same_length
from ldc.constrain.pattern import (
    LAST,
    Chain,
    Chars,
    Expression,
    Loop,
    OneOf,
    chain,
    chars,
    common,
    one_of,
    without,
)

SINGLE, DOUBLE, SLASH = (chars((ord(c), ord(c))) for c in "'\"\\")

_SHORT = {"\\": r"\\", "\n": r"\n", "\r": r"\r", "\t": r"\t", "'": r"\'"}

_UNIT = r"(?:[^\\]|\\(?:x..|u.{4}|U.{8}|[^xuU]))"
"""One character as it is spelled."""


def spelled_forms(
    expression: Expression, least: int, most: int, barred: tuple[str, ...]
) -> list[list[str]]:
    """Return forms, each a list of expressions that all match; `~` denies one.

    Args:
        expression: What the texts match.
        least: Fewest characters that `expression` itself does not see to.
        most: Most characters; -1 if `expression` sees to it.
        barred: Texts that are left out.
    """
    some_single, some_double = has(expression, SINGLE), has(expression, DOUBLE)
    plain = drop(expression, SINGLE) if some_single else expression
    forms = [["'" + _group(plain) + "'"]]
    if some_single:
        inner = drop(expression, DOUBLE)
        forms.append(['"' + _group(inner) + '"', ".*'.*"])
    if some_single and some_double:
        inside = _group(expression, quoted=True)
        forms.append(["'" + inside + "'", '.*".*', "'.*'.*'"])
    more = ["~" + literal(repr(text)) for text in barred]
    if least > 0 or most >= 0:
        upper = "" if most < 0 else str(most)
        more.append(f"['\"]{_UNIT}{{{least},{upper}}}['\"]")
    return [form + more for form in forms]


def has(expression: Expression, one: Chars) -> bool:
    """Return whether a character stands anywhere in an expression."""
    match expression:
        case Chars():
            return bool(common(expression, one).ranges)
        case Chain(parts) | OneOf(parts):
            return any(has(part, one) for part in parts)
        case Loop(part, _, _):
            return has(part, one)


def drop(expression: Expression, one: Chars) -> Expression:
    """Return what matches the same texts but those with a certain character."""
    match expression:
        case Chars():
            left = without(expression, one)
            return left if left.ranges else one_of(())
        case Chain(parts):
            return chain(*(drop(part, one) for part in parts))
        case OneOf(parts):
            kept = (drop(part, one) for part in parts)
            return one_of(part for part in kept if part != one_of(()))
        case Loop(part, least, most):
            inner = drop(part, one)
            if inner == one_of(()):
                return chain() if least == 0 else inner
            return Loop(inner, least, most)


def regex_of(expression: Expression, quoted: bool = False) -> str:
    """Return an expression of the spelled text, without the quotes around it.

    Args:
        expression: What the text matches.
        quoted: Whether a single quote is spelled with a backslash.
    """
    match expression:
        case Chars():
            return _spelled(expression, quoted)
        case Chain(parts):
            return "".join(_group(part, quoted) for part in parts)
        case OneOf(parts) if parts:
            return "|".join(regex_of(part, quoted) for part in parts)
        case OneOf():
            return f"[^{_point(0)}-{_point(LAST)}]"
        case Loop(part, least, most):
            times = {(0, -1): "*", (1, -1): "+", (0, 1): "?"}.get((least, most))
            upper = "" if most < 0 else most
            exact = f"{{{least}}}" if least == most else f"{{{least},{upper}}}"
            return _group(part, quoted, tight=True) + (times or exact)


def _group(part: Expression, quoted: bool = False, *, tight: bool = False) -> str:
    """Return an expression that what stands beside it does not tear apart."""
    text = regex_of(part, quoted)
    whole = isinstance(part, Chars) or (not tight and not isinstance(part, OneOf))
    return text if whole else f"(?:{text})"


@cache
def _spelled(letters: Chars, quoted: bool) -> str:
    """Return an expression of one spelled character, in brackets if it needs them."""
    short = [c for c in _SHORT if c != "'" or quoted]
    found = [
        literal(_SHORT[c])
        for c in short
        if common(letters, chars((ord(c), ord(c)))).ranges
    ]
    rest = without(letters, chars(*((ord(c), ord(c)) for c in short)))
    hidden = common(rest, unprintable()).ranges if rest.ranges else ()
    shown = without(rest, unprintable()).ranges if hidden else rest.ranges
    for sign, digits, top in (("x", 2, 0xFF), ("u", 4, 0xFFFF), ("U", 8, LAST)):
        bottom = {2: 0, 4: 0x100, 8: 0x10000}[digits]
        for first, last in hidden:
            first, last = max(first, bottom), min(last, top)
            if first <= last:
                found += _hexadecimal(sign, digits, first, last)
    if len(shown) == 1 and shown[0][0] == shown[0][1]:
        found.insert(0, literal(chr(shown[0][0])))
    elif shown:
        runs = (
            _point(a) if a == b else f"{_point(a)}{'-' * (b > a + 1)}{_point(b)}"
            for a, b in shown
        )
        found.insert(0, f"[{''.join(runs)}]")
    simple = len(found) == 1 and (shown or not found[0])
    return found[0] if simple else f"(?:{'|'.join(found)})"


@cache
def unprintable() -> Chars:
    """Return the characters that `repr` does not write as they are."""
    plain = [chr(n).isprintable() for n in range(LAST + 1)]
    edges = [n for n in range(1, LAST + 1) if plain[n] != plain[n - 1]]
    runs = list(pairwise([0, *edges, LAST + 1]))  # the first character is one
    return chars(*((first, after - 1) for first, after in runs[::2]))


def _hexadecimal(sign: str, digits: int, first: int, last: int) -> list[str]:
    low, high = ([int(d, 16) for d in f"{n:0{digits}x}"] for n in (first, last))
    return [
        rf"\\{sign}" + "".join(_hex_class(a, b) for a, b in classes)
        for classes in same_length(low, high, 15)
    ]


def _hex_class(first: int, last: int) -> str:
    digits = "0123456789abcdef"
    if first == last:
        return digits[first]
    runs = [
        run
        for run in ((first, min(last, 9)), (max(first, 10), last))
        if run[0] <= run[1]
    ]
    return (
        "["
        + "".join(f"{digits[a]}-{digits[b]}" if a < b else digits[a] for a, b in runs)
        + "]"
    )


def literal(text: str) -> str:
    """Return an expression of a text."""
    return "".join(map(_letter, text))


def _letter(letter: str) -> str:
    return _point(ord(letter))


def _point(point: int) -> str:
    """Return a character as Python's and Rust's expressions both read it."""
    letter = chr(point)
    if letter.isascii() and letter.isprintable():
        return letter if letter.isalnum() or letter in " _,'\"" else "\\" + letter
    return f"\\u{point:04x}" if point <= 0xFFFF else f"\\U{point:08x}"
