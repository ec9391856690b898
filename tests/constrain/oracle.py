"""What a grammar must write, worked out from signatures alone.

Shares no code with the compiler: values are listed by trying literals against the
type (`fits`), texts by `repr`, and masks by looking at all texts at once.
"""

import ast
import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import annotated_types as at

from ldc.ir import Function, Live

Objects = Mapping[str, tuple[Any, ...]]


def fits(value: Any, kind: Any, live: Objects) -> bool:
    """Return whether a value is of a type, exactly."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        keeps = (_keeps(value, limit, live) for limit in parts[1:])
        return fits(value, parts[0], live) and all(keeps)
    if origin is Literal:
        return any(type(value) is type(one) and value == one for one in parts)
    if origin in (Union, UnionType):
        return any(fits(value, part, live) for part in parts)
    if kind in (None, NoneType):
        return value is None
    if origin is not tuple:
        return type(value) is kind
    if type(value) is not tuple:
        return False
    if parts[-1:] == (Ellipsis,):
        return all(fits(item, parts[0], live) for item in value)
    same = len(value) == len(parts)
    return same and all(
        fits(v, part, live) for v, part in zip(value, parts, strict=True)
    )


def _keeps(value: Any, limit: Any, live: Objects) -> bool:
    match limit:
        case at.Ge(ge=edge):
            return bool(value >= edge)
        case at.Gt(gt=edge):
            return bool(value > edge)
        case at.Le(le=edge):
            return bool(value <= edge)
        case at.Lt(lt=edge):
            return bool(value < edge)
        case at.MultipleOf(multiple_of=step):
            return bool(abs(value / step - round(value / step)) < 1e-9)
        case at.MinLen(min_length=length):
            return len(value) >= length
        case at.MaxLen(max_length=length):
            return len(value) <= length
        case at.GroupedMetadata():
            return all(_keeps(value, one, live) for one in limit)
        case Live(group=group):
            return any(type(value) is type(v) and value == v for v in live[group])
    raise NotImplementedError(limit)


def listed(kind: Any, live: Objects) -> list[Any]:
    """List all values of a type; numbers within ±500, in steps of 0.05 for floats."""
    return [value for value in _near(kind, live) if fits(value, kind, live)]


def _near(kind: Any, live: Objects) -> Iterable[Any]:
    """List more than the values of a type, to be sieved by `fits`."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated and get_args(parts[0])[-1:] == (Ellipsis,):
        item = get_args(parts[0])[0]
        lengths = [m for m in parts[1:] if isinstance(m, at.MaxLen | at.Len)]
        most = lengths[0].max_length or 0
        rows = (_rows([item] * n, live) for n in range(most + 1))
        return itertools.chain.from_iterable(rows)
    if origin is Annotated:
        return _near(parts[0], live)
    if origin is Literal:
        return parts
    if origin in (Union, UnionType):
        return itertools.chain.from_iterable(listed(part, live) for part in parts)
    if origin is tuple:
        return _rows(parts, live)
    if kind is float:
        return [n / 20 for n in range(-100, 101)]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return list(kind)
    return {bool: [False, True], int: range(-500, 501)}.get(kind, [None])


def _rows(parts: Iterable[Any], live: Objects) -> Iterator[tuple[Any, ...]]:
    return itertools.product(*(listed(part, live) for part in parts))


def spelled(value: Any) -> str:
    """Spell a value as the source of a call would."""
    if isinstance(value, Enum):
        return str(value)
    if isinstance(value, tuple):
        inner = ", ".join(map(spelled, value))
        return f"({inner},)" if len(value) == 1 else f"({inner})"
    return repr(value)


@dataclass(frozen=True)
class Case:
    """Functions in one state."""

    functions: tuple[Function, ...]
    live: Objects
    scope: tuple[tuple[str, Any], ...]

    def texts(self) -> set[str]:
        """Return every text that the grammar must write, and no other."""
        found = set()
        for function in self.functions:
            names = [p.name for p in function.signature.parameters]
            for row in itertools.product(
                *map(self._words, names, self._kinds(function))
            ):
                inner = ", ".join(f"{n}={w}" for n, w in zip(names, row, strict=True))
                found.add(f" {function.name}({inner})\n")
        return found

    def typed(self, text: str) -> bool:
        """Return whether a text is one call, well typed, in its one spelling.

        This reads the text where `texts` lists; it also serves types too large to list.
        """
        try:
            tree = ast.parse(text[1:], mode="eval").body
        except (SyntaxError, ValueError):
            return False
        if not isinstance(tree, ast.Call) or not isinstance(tree.func, ast.Name):
            return False
        if f" {ast.unparse(tree)}\n" != text or tree.args:
            return False
        for function in self.functions:
            if function.name == tree.func.id:
                return self._typed_arguments(function, tree.keywords)
        return False

    def _typed_arguments(self, function: Function, words: list[ast.keyword]) -> bool:
        names = [p.name for p in function.signature.parameters]
        if [word.arg for word in words] != names:
            return False
        for word, kind in zip(words, self._kinds(function), strict=True):
            if word.arg in dict(self.scope):
                if ast.unparse(word.value) != word.arg:
                    return False
                continue
            try:
                value = ast.literal_eval(word.value)
            except ValueError:
                return False
            if repr(value) != ast.unparse(word.value) or not fits(
                value, kind, self.live
            ):
                return False
        return True

    def _kinds(self, function: Function) -> list[Any]:
        return [p.annotation for p in function.signature.parameters]

    def _words(self, name: str, kind: Any) -> list[str]:
        if name in dict(self.scope):
            return [name]
        return [spelled(value) for value in listed(kind, self.live)]


Prefixes = Mapping[tuple[int, ...], set[int]]


def masks(sequences: Iterable[Iterable[int]]) -> Prefixes:
    """Return prefix -> the ids that continue it to a whole sequence; {} at its end."""
    found: dict[tuple[int, ...], set[int]] = {}
    for sequence in sequences:
        ids = tuple(sequence)
        for i, token in enumerate(ids):
            found.setdefault(ids[:i], set()).add(token)
        found.setdefault(ids, set())
    return found
