"""What the names of one function stand for, as far as its text tells."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import libcst as cst

from ldc.check.rules.tree import plain

Value = cst.BaseExpression | None
"""What a name was bound to; None when the text does not tell, as in a loop."""

BINDERS = (
    *(cst.Param, cst.Assign, cst.AnnAssign, cst.AugAssign, cst.NamedExpr),
    *(cst.For, cst.CompFor),
)
"""What binds a name."""


class Scope:
    """The names of a function, with those of nested ones and of the file's constants.

    Args:
        nodes: All nodes that may bind a name, of the function and of the constants.
    """

    def __init__(self, nodes: Iterable[cst.CSTNode]) -> None:
        self.annotations: dict[str, str] = {}
        """Name -> how its type is spelled."""
        self.values: dict[str, list[Value]] = {}
        """Name -> everything it is bound to."""
        for node in nodes:
            self._read(node)

    def only(self, name: str) -> Value:
        """Return what a name is bound to when it is bound once, else None."""
        bound = self.values.get(name, [])
        return bound[0] if len(bound) == 1 else None

    def _read(self, node: cst.CSTNode) -> None:
        match node:
            case cst.Assign(targets=targets, value=value):
                for target in targets:
                    self._bind(target.target, value)
            case cst.AnnAssign(target=cst.Name(value=name) as target):
                self.annotations[name] = plain(node.annotation.annotation)
                self._bind(target, node.value)
            case cst.AugAssign(target=target, value=value):
                self._bind(target, value)
            case cst.NamedExpr(target=target, value=value):
                self._bind(target, value)
            case cst.Param(name=cst.Name(value=name)):
                self.values.setdefault(name, []).append(None)
                if node.annotation is not None:
                    self.annotations[name] = plain(node.annotation.annotation)
            case cst.For(target=target) | cst.CompFor(target=target):
                self._bind(target, None)

    def _bind(self, target: cst.BaseExpression, value: Value) -> None:
        match target:
            case cst.Name(value=name):
                self.values.setdefault(name, []).append(value)
            case cst.Tuple(elements=parts) | cst.List(elements=parts):
                values = _parts(value, len(parts))
                for part, one in zip(parts, values, strict=True):
                    self._bind(part.value, one)


def _parts(value: Value, size: int) -> Sequence[Value]:
    if isinstance(value, cst.Tuple) and len(value.elements) == size:
        return [part.value for part in value.elements]
    return [None] * size


def called(node: cst.CSTNode) -> str:
    """Return the name of what is called, as in `f(...)` or `math.f(...)`; else ""."""
    match node:
        case cst.Call(func=cst.Name(value=name)):
            return name
        case cst.Call(func=cst.Attribute(value=cst.Name(value="math"), attr=attr)):
            return attr.value
    return ""


def defaults_of(definition: cst.FunctionDef) -> Mapping[str, cst.BaseExpression]:
    """Return parameter -> default, of those that have one."""
    return {
        one.name.value: one.default
        for one in parameters_of(definition)
        if one.default is not None
    }


def parameters_of(definition: cst.FunctionDef) -> Iterator[cst.Param]:
    """Yield the parameters that a call can name."""
    yield from definition.params.params
    yield from definition.params.kwonly_params
