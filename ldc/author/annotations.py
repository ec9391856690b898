"""Resolves an annotation from its text, without executing the file it stands in."""

import ast
from collections.abc import Callable, Mapping
from operator import or_
from typing import Annotated, Any, Final, Literal, Optional, Union

import annotated_types

from ldc.errors import SourceError, did_you_mean
from ldc.ir import Live, Pattern

CONSTRAINTS: Mapping[str, Callable[..., Any]] = {
    name: getattr(annotated_types, name)
    for name in (
        *("Ge", "Gt", "Le", "Lt", "Interval"),
        *("Len", "MinLen", "MaxLen", "MultipleOf"),
    )
} | {"Live": Live, "Pattern": Pattern}
"""What may be called inside an annotation."""

PLAIN: Mapping[str, Any] = {
    **{kind.__name__: kind for kind in (bool, float, int, str, tuple)},
    "Annotated": Annotated,
    "Final": Final,
    "Literal": Literal,
    "Optional": Optional,
    "Union": Union,
    **CONSTRAINTS,
}
"""Words of an annotation that every task has."""

OPEN = frozenset(
    {
        *("Any", "object", "list", "dict", "set", "frozenset", "bytes", "bytearray"),
        *("complex", "type", "List", "Dict", "Set", "FrozenSet", "Tuple", "Callable"),
        *("Iterable", "Iterator", "Sequence", "Mapping", "Collection"),
    }
)
"""Python's types whose values no grammar lists, or that can change."""

NO_TYPES = (bool, int, float, str, bytes, tuple, list, dict, set, type(Ellipsis))
"""Kinds of values that an annotation may hold inside, but may not be."""


class Types:
    """The types of one task by their spelling; each is resolved once.

    Args:
        words: Namespace of the task's state module.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self.words = words
        self._known: dict[str, Any] = {}

    def of(self, node: ast.expr, path: str) -> tuple[str, Any]:
        """Return how an annotation is spelled, and the type; raises as `resolve`."""
        spelled = ast.unparse(node)
        if spelled not in self._known:
            self._known[spelled] = resolve(node, self.words, path)
        return spelled, self._known[spelled]

    def spelled(self, text: str, path: str) -> Any:
        """Return the type that a text spells; raises as `resolve`."""
        if text not in self._known:
            try:
                node = ast.parse(text, mode="eval").body
            except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
                raise SourceError(
                    f"{path}:1:1",
                    f"annotation {text!r} does not parse",
                    "use a type of the task's state",
                    code="LDC205",
                ) from error
            self._known[text] = resolve(node, self.words, path)
        return self._known[text]


def resolve(node: ast.expr, words: Mapping[str, Any], path: str) -> Any:
    """Return the type that an annotation names, as a Python object.

    Args:
        node: The annotation.
        words: Namespace of the task's state module; it goes before the plain types.
        path: The file, for the error.

    Raises:
        SourceError: A word that neither the task nor Python's closed types have, or
            a form that is not a type.
    """
    found = _value(node, words, path)
    if isinstance(found, NO_TYPES):
        raise _error(node, path, f"annotation {ast.unparse(node)!r} is not a type")
    return found


def _value(node: ast.expr, words: Mapping[str, Any], path: str) -> Any:
    match node:
        case ast.Constant(value=value):
            return value
        case ast.Name(id=name):
            return _word(node, name, words, path)
        case ast.Tuple(elts=parts):
            return tuple(_value(part, words, path) for part in parts)
        case ast.UnaryOp(
            op=ast.USub(), operand=ast.Constant(value=int() | float() as v)
        ):
            return -v
        case ast.Attribute(value=ast.Name(id=name), attr=member) if member[0] != "_":
            return _attempt(
                node, path, getattr, _word(node.value, name, words, path), member
            )
        case ast.Subscript(value=head, slice=inside):
            generic = _value(head, words, path)
            return _attempt(node, path, lambda: generic[_value(inside, words, path)])
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            one, other = _value(left, words, path), _value(right, words, path)
            return _attempt(node, path, or_, one, other)
        case ast.Call(func=ast.Name(id=name), args=args, keywords=named):
            if name not in CONSTRAINTS:
                known = sorted(CONSTRAINTS)
                raise _error(
                    node,
                    path,
                    f"{name!r} is not a constraint",
                    did_you_mean(name, known),
                )
            values = [_value(arg, words, path) for arg in args]
            options = {k.arg or "": _value(k.value, words, path) for k in named}
            return _attempt(node, path, CONSTRAINTS[name], *values, **options)
    raise _error(node, path, f"annotation {ast.unparse(node)!r} does not resolve")


def _word(node: ast.expr, name: str, words: Mapping[str, Any], path: str) -> Any:
    if name in words:
        return words[name]
    if name in PLAIN:
        return PLAIN[name]
    if name in OPEN:
        raise _error(
            node,
            path,
            f"{name!r} is open: a call cannot spell its values",
            "use a type of the task's state, or a bounded one: "
            "Annotated[int, Ge(1), Le(3)], Literal[...], a tuple of these",
            code="LDC202",
        )
    known = [w for w in (*words, *PLAIN) if w[0].isupper() or w in PLAIN]
    raise _error(
        node, path, f"annotation {name!r} does not resolve", did_you_mean(name, known)
    )


def _attempt(
    node: ast.expr, path: str, make: Callable[..., Any], *a: Any, **k: Any
) -> Any:
    try:
        return make(*a, **k)
    except (TypeError, ValueError, AttributeError, LookupError) as error:
        text = f"annotation {ast.unparse(node)!r} does not resolve: {error}"
        raise _error(node, path, text) from error


def _error(
    node: ast.expr,
    path: str,
    what: str,
    mend: str = "use a type of the task's state",
    code: str = "LDC205",
) -> SourceError:
    where = f"{path}:{node.lineno}:{node.col_offset + 1}"
    return SourceError(where, what, mend, code=code)
