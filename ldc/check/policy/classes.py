"""The classes that a file defines, and what their objects have behind a dot."""

import ast
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from ldc.check.policy.language import CHANGERS, MUTATORS
from ldc.jail.allowed import EXCEPTIONS

Origin = Callable[[ast.expr], tuple[str, str]]
"""Gives module and name of what an expression names."""

MAKERS = frozenset({"__init__", "__post_init__"})
"""Methods that only Python can call, on an object that is new."""


@dataclass(frozen=True)
class Owned:
    """One class of the file."""

    node: ast.ClassDef
    is_enum: bool

    @cached_property
    def methods(self) -> tuple[ast.FunctionDef, ...]:
        """Its methods."""
        return tuple(s for s in self.node.body if isinstance(s, ast.FunctionDef))

    @cached_property
    def fields(self) -> tuple[ast.Name, ...]:
        """The names that its body binds, but for methods."""
        found: list[ast.expr] = []
        for statement in self.node.body:
            match statement:
                case ast.AnnAssign(target=target):
                    found.append(target)
                case ast.Assign(targets=targets):
                    found += targets
        return tuple(target for target in found if isinstance(target, ast.Name))

    @cached_property
    def changers(self) -> frozenset[str]:
        """Methods that change something after the object was made."""
        return frozenset(
            method.name
            for method in self.methods
            if method.name not in MAKERS and any(map(_changes, ast.walk(method)))
        )

    @cached_property
    def members(self) -> frozenset[str]:
        """The attributes that it declares: fields, methods, what a method sets."""
        found = {method.name for method in self.methods}
        found |= {field.id for field in self.fields}
        for method in self.methods:
            me = own_name(method)
            for node in ast.walk(method):
                match node:
                    case ast.Attribute(value=ast.Name(id=owner), attr=name):
                        found |= {name} if owner == me and is_set(node) else set()
        return frozenset(found)


def own_name(method: ast.FunctionDef) -> str:
    """Return what a method calls its object; "" for one that has none."""
    first = (*method.args.posonlyargs, *method.args.args)
    kinds = {one.id for one in method.decorator_list if isinstance(one, ast.Name)}
    has = first and not kinds & {"classmethod", "staticmethod"}
    return first[0].arg if has else ""


def owned(nodes: Iterable[ast.ClassDef], origin: Origin) -> tuple[Owned, ...]:
    """Return the classes of a file, in no order."""
    nodes = [*nodes]
    enums: set[str] = set()
    for _ in nodes:  # each round finds what is derived from those found
        for node in nodes:
            bases = [origin(base) for base in node.bases]
            if any(module == "enum" or name in enums for module, name in bases):
                enums.add(node.name)
    return tuple(Owned(node, node.name in enums) for node in nodes)


def errors(classes: Iterable[Owned]) -> frozenset[str]:
    """Return the classes that are exceptions about a value."""
    classes = [*classes]
    found: set[str] = set()
    for _ in classes:
        known = found.union(EXCEPTIONS)
        for one in classes:
            if any(isinstance(b, ast.Name) and b.id in known for b in one.node.bases):
                found.add(one.node.name)
    return frozenset(found)


def tuples(calls: Iterable[ast.Call], origin: Origin) -> frozenset[str]:
    """Return the fields of tuples with names that are made by a call."""
    found: set[str] = set()
    for call in calls:
        if origin(call.func) == ("collections", "namedtuple"):
            for part in call.args[1:2]:
                match part:
                    case ast.Constant(value=str(words)):
                        found |= {*words.replace(",", " ").split()}
                    case ast.List(elts=names) | ast.Tuple(elts=names):
                        found |= {
                            n.value
                            for n in names
                            if isinstance(n, ast.Constant) and isinstance(n.value, str)
                        }
    return frozenset(found)


def is_set(node: ast.expr) -> bool:
    """Say whether an expression is a target of an assignment or of `del`."""
    return not isinstance(getattr(node, "ctx", ast.Load()), ast.Load)


def _changes(node: ast.AST) -> bool:
    match node:
        case ast.Attribute() | ast.Subscript() if is_set(node):
            return True
        case ast.Attribute(attr=name):
            return name in MUTATORS
        case ast.Name(id=name):
            return name in CHANGERS
    return False
