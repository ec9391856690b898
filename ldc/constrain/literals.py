"""Literals of a grammar, cut so that a lexer sees the same ones in every rule."""

import json
import re
from collections.abc import Callable

Cut = Callable[[str], list[str]]


def whole(text: str) -> list[str]:
    """Return a text as one literal."""
    return [text]


def pieces(text: str) -> list[str]:
    """Return a value's text as literals that are cut at the same places in every rule.

    The engine's lexer takes the longest literal and never turns back: where both
    `Spot(` and `Spot(x=1, y=` may come, it would follow the long one into a dead end.

    Example:
        >>> pieces("Spot(x=1, way=('a, b',))")
        ['Spot(', 'x=', '1', ', ', 'way=', '(', "'a, b'", ',)', ')']
    """
    return _PIECES.findall(text)


_PIECES = re.compile(
    r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"  # quoted texts
    |,[ ]|,\)|\(\)  # between items, behind a single one, no items
    |[^'"(),=\s]+\(|\w+=|[^'"(),\s]+  # what opens a record, a field, other words
    |\(|\)""",
    re.VERBOSE,
)


def joined(parts: list[str | tuple[str]], cut: Cut) -> str:
    """Return texts, neighbours joined and then cut, and symbols in between."""
    found: list[str] = []
    text = ""
    for part in parts:
        if isinstance(part, str):
            text += part
            continue
        found += [*map(quoted, cut(text)), *part] if text else part
        text = ""
    return " ".join([*found, *map(quoted, cut(text))] if text else found)


def quoted(text: str) -> str:
    """Return a Lark string literal: double quotes and JSON's escapes."""
    return json.dumps(text, ensure_ascii=False)
