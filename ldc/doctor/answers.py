"""Whether an answer is of the type that its function declares, exactly."""

import ast
from collections.abc import Callable
from typing import Any

Fits = Callable[[Any], bool]

ROWS = (list, tuple, set, frozenset)
"""Types that are one in a message."""

NAMED: dict[str, tuple[type, ...]] = {
    **{kind.__name__: (kind,) for kind in (bool, dict, float, int, str)},
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
    whole = _named(name)
    parts = [_of(e) for e in (inner.elts if isinstance(inner, ast.Tuple) else [inner])]
    if name == "dict" and len(parts) == 2:
        key, item = parts
        return lambda value: (
            whole(value) and all(key(k) and item(v) for k, v in value.items())
        )
    if name in ("list", "set", "frozenset") and len(parts) == 1:
        return lambda value: whole(value) and all(map(parts[0], value))
    if name == "tuple":
        if isinstance(inner, ast.Tuple) and len(inner.elts) == 2:
            if getattr(inner.elts[1], "value", None) is ...:
                return lambda value: whole(value) and all(map(parts[0], value))
        return lambda value: (
            whole(value)
            and len(value) == len(parts)
            and all(part(one) for part, one in zip(parts, value, strict=True))
        )
    return whole if name in NAMED else lambda value: True
