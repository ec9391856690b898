"""Whether an answer is of the type that its function declares, exactly."""

import ast
import builtins
from collections.abc import Callable
from typing import Any

Fits = Callable[[Any], bool]

ROWS = (list, tuple, set, frozenset)
"""Types that are one in a message."""

NAMED: dict[str, tuple[type, ...]] = {
    **{kind.__name__: (kind,) for kind in (bool, dict, int, str)},
    "float": (float, int),  # as in every type checker
    **{kind.__name__: ROWS for kind in ROWS},
}
"""Name -> what may be found where it is declared; any other type is not judged."""


def fits(value: Any, spelled: str) -> bool:
    """Say whether a value is of a type, as a file spells it.

    A subclass is not its base, nor `bool` an `int`; but a tuple may have become a list.
    """
    try:
        return _of(ast.parse(spelled or "object", mode="eval").body)(value)
    except (SyntaxError, RecursionError):
        return True


def _of(node: ast.expr) -> Fits:
    match node:
        case ast.Constant(value=None):
            return lambda value: value is None
        case ast.Constant(value=str(text)):
            return lambda value: fits(value, text)
        case ast.Name(id=name):
            return _named(name)
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return _any(_of(left), _of(right))
        case ast.Subscript(value=ast.Name(id="Optional"), slice=inner):
            return _any(_of(inner), lambda value: value is None)
        case ast.Subscript(value=ast.Name(id="Union"), slice=ast.Tuple(elts=parts)):
            return _any(*map(_of, parts))
        case ast.Subscript(value=ast.Name(id=name), slice=inner):
            return _filled(name.lower(), inner)
    return lambda value: True


def _named(name: str) -> Fits:
    kinds = NAMED.get(name) or NAMED.get(name.lower())
    return (lambda value: type(value) in kinds) if kinds else lambda value: True


def _any(*parts: Fits) -> Fits:
    return lambda value: any(part(value) for part in parts)


def _filled(name: str, inner: ast.expr) -> Fits:
    """Return the check of a container by what is in it; keys cross as text."""
    whole = _named(name)
    parts = inner.elts if isinstance(inner, ast.Tuple) else [inner]
    match name, parts:
        case "dict", [_, item]:
            inside = _of(item)
            return lambda value: whole(value) and all(map(inside, value.values()))
        case "list" | "set" | "frozenset", [item]:
            inside = _of(item)
            return lambda value: whole(value) and all(map(inside, value))
        case "tuple", [item, ast.Constant(value=builtins.Ellipsis)]:
            inside = _of(item)
            return lambda value: whole(value) and all(map(inside, value))
        case "tuple", items:
            each = [_of(item) for item in items]
            return lambda value: (
                whole(value)
                and len(value) == len(each)
                and all(fits(part) for fits, part in zip(each, value, strict=True))
            )
    return whole if name in NAMED else lambda value: True
