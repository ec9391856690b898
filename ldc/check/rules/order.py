"""Follows the order of sets through a function, to where it counts."""

from collections.abc import Iterator, Sequence, Set
from typing import Literal

import libcst as cst

from ldc.check.rules.loop import Loop
from ldc.check.rules.scope import Scope, called
from ldc.check.rules.tree import all_of, parents_of, plain, walk

FREE = frozenset(
    {
        *("sorted", "len", "sum", "min", "max", "any", "all", "set", "frozenset"),
        *("bool", "fsum", "prod", "isinstance"),
    }
)
"""Gives the same answer in any order; `sorted`, `min`, `max` only if no key ties."""

CARRIERS = frozenset(
    {
        *("list", "tuple", "iter", "map", "filter", "reversed"),
        *("chain", "combinations", "permutations", "product", "islice", "pairwise"),
        *("accumulate", "dropwhile", "takewhile", "filterfalse", "groupby", "deque"),
    }
)
"""Gives a row that has the order of what it was made of."""

NUMBERED = ("enumerate", "zip", "next", "str")
"""Looks at the place of each member, or at the first."""

TABLES = frozenset({"dict", "fromkeys", "Counter", "defaultdict", "OrderedDict"})
"""Gives a table: what it holds at a key is the same in any order, its rows are not."""

ROWS = ("keys", "values", "items", "elements", "most_common")
"""Methods that give the rows of a table."""

EVEN = ("max", "min", "add", "mul", "and_", "or_", "xor")
"""Functions that fold to the same in any order, as far as their names tell."""

Kind = Literal["set", "row", "table"]

SETS = ("set[", "frozenset[", "Set[", "AbstractSet[", "FrozenSet[")
"""How the types of sets begin."""

ALGEBRA = ("union", "intersection", "difference", "symmetric_difference", "copy")
"""Methods that make a set of a set."""

SIGNS = (cst.BitOr, cst.BitAnd, cst.BitXor, cst.Subtract)


class Order:
    """The sets of one function, and what is made of them.

    Args:
        definition: The function.
        scope: What its names stand for.
        makers: Functions of the file that return a set.
    """

    def __init__(
        self, definition: cst.FunctionDef, scope: Scope, makers: Set[str] = frozenset()
    ) -> None:
        self.scope = scope
        self.makers = makers | {"set", "frozenset"}
        self.definition = definition
        self.above = parents_of(definition)
        self.names = list(all_of(definition, cst.Name))

    def leaks(self) -> Iterator[cst.CSTNode]:
        """Yield each expression whose order counts where it stands."""
        for node in walk(self.definition):
            if isinstance(node, cst.BaseExpression) and self._is_set(node):
                yield from self._follow(node, "set")

    def _is_set(self, node: cst.CSTNode, seen: Set[str] = frozenset()) -> bool:
        match node:
            case cst.Set() | cst.SetComp():
                return True
            case cst.BinaryOperation(left=left, operator=sign, right=right):
                sides = (left, right)
                return isinstance(sign, SIGNS) and any(
                    self._is_set(side, seen) or _is_keys(side) for side in sides
                )
            case cst.IfExp(body=body, orelse=orelse):
                return self._is_set(body, seen) or self._is_set(orelse, seen)
            case cst.Call(func=cst.Attribute(value=owner, attr=cst.Name(value=name))):
                return name in ALGEBRA and self._is_set(owner, seen)
            case cst.Call():
                return called(node) in self.makers
            case cst.Name(value=name):
                spelled = self.scope.annotations.get(name, "")
                if spelled:
                    return spelled.startswith(SETS)
                values = self.scope.values.get(name, [])
                return (
                    name not in seen
                    and bool(values)
                    and all(v and self._is_set(v, seen | {name}) for v in values)
                )
        return False

    def _follow(
        self, node: cst.CSTNode, kind: Kind, seen: Set[str] = frozenset()
    ) -> Iterator[cst.CSTNode]:
        """Yield where the order of a set, or of what is made of one, counts."""
        above, row = self.above[node], kind == "row"
        match above:
            case cst.Arg():
                yield from self._given(node, above, kind, seen)
            case cst.ComparisonTarget(operator=cst.In() | cst.NotIn()):
                return
            case cst.For(iter=taken) if taken is node:
                yield from self._loop(node, above, seen)
            case cst.CompFor(iter=taken) if taken is node:
                comprehension = self.above[above]
                while isinstance(comprehension, cst.CompFor):
                    comprehension = self.above[comprehension]
                if isinstance(comprehension, (cst.ListComp, cst.GeneratorExp)):
                    yield from self._follow(comprehension, "row", seen)
                elif isinstance(comprehension, cst.DictComp):
                    yield from self._follow(comprehension, "table", seen)
            case cst.Assign(targets=[cst.AssignTarget(target=target)], value=value):
                if value is node and isinstance(target, (cst.Tuple, cst.List)):
                    if len(target.elements) > 1:
                        yield node
                elif value is node and isinstance(target, cst.Name) and kind != "set":
                    yield from self._uses(target.value, kind, seen)
            case cst.AnnAssign(target=cst.Name(value=name)) if kind == "table":
                yield from self._uses(name, kind, seen)
            case cst.StarredElement():
                if not isinstance(self.above[above], cst.Set):
                    yield node
            case cst.FormattedStringExpression():
                yield node
            case cst.Attribute(attr=cst.Name(value=name)) if kind == "table":
                if name in ROWS:
                    yield from self._follow(self.above[above], "row", seen)
                elif name == "popitem":
                    yield node
            case cst.Attribute(attr=cst.Name(value=name), value=owner):
                looks = name == "pop" or (row and name == "index")
                if owner is node and looks and (row or not self._is_drained(node)):
                    yield node
            case cst.IfExp() | cst.BinaryOperation() if kind != "set":
                yield from self._follow(above, kind, seen)
            case cst.Return() | cst.Subscript() | cst.ComparisonTarget() if row:
                yield node
            case cst.Comparison() | cst.Element() | cst.AnnAssign() if row:
                yield node

    def _given(
        self, node: cst.CSTNode, arg: cst.Arg, kind: Kind, seen: Set[str]
    ) -> Iterator[cst.CSTNode]:
        """Yield the argument of a call when the call looks at its order."""
        call = self.above[arg]
        if not isinstance(call, cst.Call):
            return
        name = called(call) or _method(call)
        if name in FREE:
            if not _breaks_ties(call):
                yield node
        elif name in CARRIERS:
            yield from self._follow(call, "row", seen)
        elif name in TABLES:
            yield from self._follow(call, "table", seen)
        elif name == "reduce":
            if not _is_even(call.args[0].value):
                yield node
        elif isinstance(call.func, cst.Attribute):
            if call.func.attr.value in ("join", "extend") or arg.star:
                yield node
        elif kind == "row" or arg.star or name in NUMBERED:
            yield node

    def _loop(
        self, node: cst.CSTNode, loop: cst.For, seen: Set[str]
    ) -> Iterator[cst.CSTNode]:
        """Yield the set of a loop, or the places where what it collects counts."""
        body = Loop(loop, self.names, self.above)
        if body.is_free:
            for name in body.collected - seen:
                yield from self._uses(name, "row", seen)
        else:
            yield node

    def _is_drained(self, node: cst.CSTNode) -> bool:
        """Say whether a set is emptied by a `while` that does the same in any order."""
        one = node
        while one in self.above:
            one = self.above[one]
            if isinstance(one, cst.While):
                bare = plain(one.test) == plain(node)
                body = Loop(one, self.names, self.above)
                return bare and body.is_free and not body.collected
        return False

    def _uses(self, name: str, kind: Kind, seen: Set[str]) -> Iterator[cst.CSTNode]:
        if name not in seen:
            for one in self.names:
                if one.value == name and self._is_read(one):
                    yield from self._follow(one, kind, seen | {name})

    def _is_read(self, node: cst.Name) -> bool:
        above = self.above[node]
        if isinstance(above, (cst.AssignTarget, cst.Param, cst.AugAssign)):
            return False
        return not (isinstance(above, cst.AnnAssign) and above.target is node)


def _tells(member: str, parts: Sequence[cst.BaseExpression]) -> bool:
    """Say whether a key holds the member itself, its opposite, or two of its fields."""
    spelled = [plain(part) for part in parts]
    fields = {text for text in spelled if text.startswith((f"{member}[", f"{member}."))}
    return len(fields) > 1 or not {member, f"-{member}"}.isdisjoint(spelled)


def _method(call: cst.Call) -> str:
    """Return the name of a function that is called by its module or its class."""
    match call.func:
        case cst.Attribute(
            value=cst.Name(value="dict" | "functools" | "itertools" | "collections"),
            attr=attr,
        ):
            return attr.value
    return ""


def _is_even(fold: cst.BaseExpression) -> bool:
    """Say whether a function folds to the same in any order, as far as it tells."""
    match fold:
        case cst.Name(value=name) | cst.Attribute(attr=cst.Name(value=name)):
            return name in EVEN
        case cst.Lambda(body=cst.Call() as call):
            return called(call) in EVEN
        case cst.Lambda(
            body=cst.BinaryOperation(left=cst.Name(), operator=sign, right=cst.Name())
        ):
            return isinstance(sign, (cst.Add, cst.Multiply, *SIGNS[:3]))
    return False


def _is_keys(node: cst.CSTNode) -> bool:
    match node:
        case cst.Call(func=cst.Attribute(attr=cst.Name(value="keys"))):
            return True
    return False


def _breaks_ties(call: cst.Call) -> bool:
    """Say whether no two members are equal for a call: its key ends in the member."""
    for arg in call.args:
        if arg.keyword is None or arg.keyword.value != "key":
            continue
        match arg.value:
            case cst.Lambda(
                params=cst.Parameters(params=[cst.Param(name=cst.Name(value=member))]),
                body=cst.Tuple(elements=parts),
            ):
                return _tells(member, [part.value for part in parts])
            case cst.Lambda(
                params=cst.Parameters(params=[cst.Param(name=cst.Name(value=member))]),
                body=body,
            ):
                return _tells(member, [body])
        return False
    return True
