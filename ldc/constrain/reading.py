"""From an expression of a call back to the value that it spells."""

import ast
from typing import Any

from ldc.constrain.forms import (
    Choice,
    Decimals,
    Either,
    Production,
    Range,
    Record,
    Repeat,
    Sequence,
    Slot,
    Text,
)
from ldc.constrain.values import holds


def source_of(node: ast.expr) -> str:
    """Return an expression as Python spells it; "..." when it is nested too deep."""
    try:
        return ast.unparse(node)
    except RecursionError:
        return "..."


def read(production: Production, node: ast.expr) -> Any:
    """Return the value that an expression spells.

    Raises:
        ValueError: the expression is none of the production's values.
    """
    match production, node:
        case Choice(texts=texts, values=values), _ if source_of(node) in texts:
            return values[texts.index(source_of(node))]
        case Range() | Decimals() | Text(), ast.Constant() | ast.UnaryOp():
            value = _constant(node)
            if holds(production, value):
                return value
        case Sequence(items=items), ast.Tuple(elts=parts) if len(parts) == len(items):
            return tuple(map(read, items, parts))
        case Repeat(item=item, least=least, most=most), ast.Tuple(elts=parts):
            if least <= len(parts) <= most:
                return tuple(read(item, part) for part in parts)
        case Record(kind=kind, slots=slots), ast.Call(
            func=ast.Name(id=name), args=[], keywords=words
        ) if name == kind.__name__:
            return kind(**read_arguments(slots, words))
        case Either(options=options), _:
            for option in options:
                try:
                    return read(option, node)
                except ValueError:
                    continue
    raise ValueError(source_of(node))


def _constant(node: ast.expr) -> Any:
    try:
        return ast.literal_eval(node)
    except (TypeError, MemoryError, RecursionError) as error:
        raise ValueError(source_of(node)) from error


def read_arguments(slots: tuple[Slot, ...], words: list[ast.keyword]) -> dict[str, Any]:
    """Return the value of every slot: as a keyword says, or its default.

    Raises:
        ValueError: a keyword is missing, is none of the slots', comes twice or in
            another order, or has a value that its slot has not.
    """
    given = {word.arg: word.value for word in words}
    names = [slot.name for slot in slots if slot.name in given]
    if list(given) != names or len(given) != len(words):
        raise ValueError(f"({', '.join(map(str, given))})")
    return {slot.name: read_slot(slot, given.get(slot.name)) for slot in slots}


def read_slot(slot: Slot, node: ast.expr | None) -> Any:
    """Return the value of a slot; no expression stands for its default.

    Raises:
        ValueError: the expression is none of its values, or it must be given.
    """
    default = slot.default.values
    if node is None and default:
        return default[0]
    if node is None:
        raise ValueError(f"{slot.name} is missing")
    try:
        return read(slot.production, node)
    except ValueError:
        if default and source_of(node) in slot.default.texts:
            return default[0]
        raise
