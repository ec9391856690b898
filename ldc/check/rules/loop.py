"""Tells whether a loop does the same in any order, as far as its text tells."""

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cached_property

import libcst as cst

from ldc.check.rules.tree import all_of, plain

CONSTANT = frozenset({"True", "False", "None"})


class Loop:
    """A loop that takes the members of a set one by one.

    Args:
        loop: A `for` over it, or a `while` that empties it.
        names: All names of its function.
        above: Node -> the node above it.
    """

    def __init__(
        self,
        loop: cst.For | cst.While,
        names: Sequence[cst.Name],
        above: Mapping[cst.CSTNode, cst.CSTNode],
    ) -> None:
        self.loop = loop
        self.names = names
        self.above = above
        self.collected: set[str] = set()
        """Lists that it appends to: they have the order of the set."""
        self.returned: set[str] = set()
        self.counts = False
        free = loop.orelse is None and self._is_free(loop.body)
        self.is_free = free and len(self.returned) < 2 and not self._stops_halfway
        """Whether it counts, collects, fills places, and leaves nothing else behind."""

    def _is_free(self, node: cst.CSTNode) -> bool:
        match node:
            case cst.IndentedBlock(body=parts) | cst.SimpleStatementSuite(body=parts):
                return all(map(self._is_free, parts))
            case cst.SimpleStatementLine(body=parts):
                return all(map(self._is_free, parts))
            case cst.If(body=body, orelse=orelse):
                return self._is_free(body) and (not orelse or self._is_free(orelse))
            case cst.Else(body=body) | cst.For(body=body, orelse=None):
                return self._is_free(body)
            case cst.Pass() | cst.Continue() | cst.Break() | cst.AnnAssign():
                return True
            case cst.Return(value=value) if value is not None:
                self.returned.add(plain(value))
                names = {name.value for name in all_of(value, cst.Name)}
                return names.isdisjoint(self._inside)
            case cst.Assign(targets=targets, value=value):
                return all(self._is_fleeting(t.target, value) for t in targets)
            case cst.AugAssign(value=value):
                self.counts = True
                return not isinstance(value, (cst.Tuple, cst.List, cst.SimpleString))
            case cst.Expr(value=cst.Call(func=cst.Attribute(value=owner, attr=attr))):
                self.counts = True
                if attr.value == "append" and isinstance(owner, cst.Name):
                    self.collected.add(owner.value)
                return attr.value in ("add", "append", "discard", "update")
        return False

    def _is_fleeting(
        self, target: cst.BaseExpression, value: cst.BaseExpression
    ) -> bool:
        """Say whether an assignment leaves nothing behind of the last member."""
        if isinstance(target, (cst.Tuple, cst.List)):
            parts = [part.value for part in target.elements]
            return all(self._is_fleeting(part, value) for part in parts)
        if isinstance(target, cst.Name):
            return target.value not in self._left or _is_fold(target.value, value)
        return isinstance(target, cst.Subscript)

    @property
    def _stops_halfway(self) -> bool:
        """Whether what was counted until a `break` hangs on who came first."""
        return self.counts and next(all_of(self.loop, cst.Break), None) is not None

    @cached_property
    def _inside(self) -> Set[str]:
        """Names that the loop binds."""
        targets = [one.target for one in all_of(self.loop, cst.AssignTarget)]
        targets += [one.target for one in all_of(self.loop, cst.For)]
        return {n.value for target in targets for n in all_of(target, cst.Name)}

    @cached_property
    def _left(self) -> Set[str]:
        """Names that something outside the loop reads, and does not bind itself."""
        inside = set(all_of(self.loop, cst.Name))
        return {
            node.value
            for node in self.names
            if node not in inside
            and not isinstance(self.above[node], cst.AssignTarget)
            and not any(node.value in _bound(up) for up in self._up(node))
        }

    def _up(self, node: cst.CSTNode) -> Iterator[cst.CSTNode]:
        while node in self.above:
            node = self.above[node]
            yield node


def _bound(node: cst.CSTNode) -> set[str]:
    """Return the names that a loop, comprehension or lambda binds for its inside."""
    match node:
        case cst.For(target=target):
            return {name.value for name in all_of(target, cst.Name)}
        case cst.ListComp() | cst.SetComp() | cst.GeneratorExp() | cst.DictComp():
            loops = all_of(node.for_in, cst.CompFor)
            return {n.value for one in loops for n in all_of(one.target, cst.Name)}
        case cst.Lambda(params=params):
            return {one.name.value for one in all_of(params, cst.Param)}
    return set()


def _is_fold(name: str, value: cst.BaseExpression) -> bool:
    """Say whether a name takes a constant, or the extreme of it and another."""
    match value:
        case cst.Name(value=word):
            return word in CONSTANT
        case cst.Call(func=cst.Name(value="min" | "max"), args=args):
            names = [a.value.value for a in args if isinstance(a.value, cst.Name)]
            return name in names and not any(arg.keyword for arg in args)
    return False
