"""Tells which kinds of values a type has, and which kind the words of a manual say."""

import re
import types
from collections.abc import Set
from typing import Annotated, Any, Literal, Union, get_args, get_origin

WORDS = {
    **dict.fromkeys(("bool", "boolean"), "bool"),
    **dict.fromkeys(("int", "integer"), "int"),
    **dict.fromkeys(("str", "string"), "str"),
    **dict.fromkeys(("dict", "dictionary", "mapping"), "dict"),
    **{kind: kind for kind in ("float", "list", "set", "tuple")},
}
"""Word -> the kind it says."""

LOOSE = frozenset({"list", "set", "tuple"})
"""Words that people say of any row; a kind only where they stand as a type."""

OPENING = re.compile(r"(?:(?:an?|the) )?(\w+)(?:\[.*?\])?([:,.]| |$)", re.IGNORECASE)


def said_kind(text: str) -> str:
    """Return the kind of value that a text begins with; "" when it says none.

    Example:
        >>> said_kind("An int, the number of steps."), said_kind("A list of balls.")
        ('int', '')
    """
    if re.match(r"(true|false) (if|when|where|unless)\b", text, re.IGNORECASE):
        return "bool"
    found = OPENING.match(text)
    word = found.group(1).lower() if found else ""
    if found is None or (word in LOOSE and found.group(2) != ":"):
        return ""
    return WORDS.get(word, "")


def typed_kind(text: str) -> str:
    """Return the kind that a type in brackets says, as in `steps (int, optional)`."""
    found = re.match(r"\w+", text)
    return WORDS.get(found.group().lower(), "") if found else ""


def kinds_of(declared: Any) -> Set[str]:
    """Return the kinds that values of a type have; none when it is a task's own."""
    origin, args = get_origin(declared), get_args(declared)
    if origin is Annotated:
        return kinds_of(args[0])
    if origin is Literal:
        return {type(value).__name__ for value in args}
    if origin in (Union, types.UnionType):
        parts = [kinds_of(arg) for arg in args]
        return set[str]().union(*parts) if all(parts) else set()
    if origin is tuple or declared is tuple:
        return {"tuple", "list"}  # what a reader takes for a row
    if declared in (bool, int, str):
        return {declared.__name__}
    if declared is float:
        return {"float", "int"}
    return {"None"} if declared in (None, type(None)) else set()
