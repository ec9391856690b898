"""Goes through a LibCST tree fast: past space, which is half of all nodes."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TypeVar

import libcst as cst

T = TypeVar("T", bound=cst.CSTNode)

BLANK = ("whitespace", "leading_", "lines_after", "trailing_", "header", "footer")
"""How the fields begin that hold space and comments: half of all nodes."""

MARKS = ("lpar", "rpar", "comma", "semicolon", "lbracket", "rbracket")

LABELS = ("keyword", "attr")
"""Fields that hold a name and stand for no variable."""

LEAVES = frozenset({str, bool, type(None), cst.MaybeSentinel})
"""Types of fields that are no nodes; asking `isinstance` takes twice as long."""


def walk(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """Yield a node and all below it: no space, no label; the outer before the inner."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        yield one
        waiting += children(one)


def all_of(node: cst.CSTNode, kind: type[T]) -> Iterator[T]:
    """Yield every node of a kind below one, the outer before the inner."""
    return (one for one in walk(node) if isinstance(one, kind))


def parents_of(node: cst.CSTNode) -> Mapping[cst.CSTNode, cst.CSTNode]:
    """Return the node above each node below one."""
    return {child: one for one in walk(node) for child in children(one)}


def children(node: cst.CSTNode) -> Sequence[cst.CSTNode]:
    """Return what stands directly below a node: no space, no label; last first."""
    found: list[cst.CSTNode] = []
    for name in _fields(type(node)):
        value = getattr(node, name)
        kind = type(value)
        if kind is tuple or kind is list:
            found += [one for one in reversed(value) if type(one) not in LEAVES]
        elif kind not in LEAVES:
            found.append(value)
    return found


def plain(node: cst.CSTNode) -> str:
    """Return the code of a node; two nodes with the same code are written alike."""
    return cst.Module(body=()).code_for_node(node)


def bare(node: cst.BaseExpression) -> cst.BaseExpression:
    """Return an expression without the parentheses around it; `()` needs its own."""
    if isinstance(node, cst.Tuple) and not node.elements:
        return node
    return node.with_changes(lpar=(), rpar=())


@cache
def _fields(kind: type[cst.CSTNode]) -> Sequence[str]:
    """Return the fields of a kind that may hold code, last first."""
    own = ("name",) if kind in (cst.FunctionDef, cst.Param) else ()
    passed = (*MARKS, *LABELS, *own)
    names = kind.__dataclass_fields__
    return [n for n in reversed(names) if not n.startswith(BLANK) and n not in passed]
