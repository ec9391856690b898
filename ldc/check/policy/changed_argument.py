"""LDC018 changed-argument: a call changes a value that is not its own.

What it does: refuses to change parameters, words of the task, constants of the file,
and what other names, loops and calls show of them: by assignment to an item or an
attribute, `del`, or a method as `append`.

Why: whoever called, still holds the value, and reads it after the call.

Not good:

    balls = state.balls
    balls.sort()

Good: change a copy.

    balls = list(state.balls)
    balls.sort()
"""

import ast
from collections.abc import Iterator, Sequence

from ldc.check.policy.classes import is_set, own_name
from ldc.check.policy.language import CHANGERS, MUTATORS, listed, words_of
from ldc.check.policy.layers import (
    FRESH,
    Layers,
    above,
    bind,
    called,
    inside,
    layers,
    within,
)
from ldc.check.policy.text import Seen, Text

MUTABLE = listed("""
    Counter MutableMapping MutableSequence MutableSet OrderedDict defaultdict deque dict
    list set
    """)
"""Types whose values `+=` changes in place."""

DISPLAYS = (ast.List, ast.Set, ast.Dict, ast.ListComp, ast.SetComp, ast.DictComp)

COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)

TWICE = 3
"""Loops in each other that are followed twice; each doubles the work."""

GIVES = listed("add append appendleft insert setdefault")
"""Methods that put their last argument into a container."""


def changed_argument(text: Text) -> Iterator[Seen]:
    """Yield each change of a value that is not the call's own."""
    if not _may_change(text):
        return
    tracer = _Tracer(text)
    known: Layers = {
        alias: 0
        for alias, (module, word) in text.origins.items()
        if module == text.task.state_module and not callable(text.task.words.get(word))
    }
    # Nobody's but the file's, or the library's: another name for it is as little ours.
    known |= dict.fromkeys(text.origins.keys() - known.keys(), 0)
    known |= dict.fromkeys(text.modules, 0)
    known |= {one.node.name: 0 for one in text.classes}
    known |= dict.fromkeys(_constants(text.tree), 0)
    for function in text.of(ast.FunctionDef):
        for node in ast.walk(function):
            if isinstance(node, ast.Return | ast.Yield) and node.value:
                level = layers(node.value, known, text)
                given = called(function.name)
                known[given] = min(known.get(given, FRESH), level)
    kinds = (ast.FunctionDef, ast.ClassDef)
    tracer.run([s for s in text.tree.body if isinstance(s, kinds)], known)
    yield from tracer.seen.values()


def _constants(tree: ast.Module) -> Iterator[str]:
    """Yield the names of the file's constants: tables among them outlive a call."""
    for statement in tree.body:
        if isinstance(statement, ast.Assign | ast.AnnAssign):
            for node in ast.walk(statement):
                if isinstance(node, ast.Name) and is_set(node):
                    yield node.id


def _may_change(text: Text) -> bool:
    """Say whether anything is changed at all; most files need no closer look."""
    return (
        bool(text.of(ast.AugAssign))
        or any(a.attr in MUTATORS for a in text.of(ast.Attribute))
        or any(not isinstance(a.ctx, ast.Load) for a in text.of(ast.Attribute))
        or any(not isinstance(s.ctx, ast.Load) for s in text.of(ast.Subscript))
        or any(one.package in ("bisect", "heapq") for one in text.imports)
    )


class _Tracer:
    """Follows names through the statements of a file."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.fields = words_of(text.task.words)
        self.mutable: set[str] = set()
        self.seen: dict[int, Seen] = {}
        self.loops = 0

    def run(self, body: Sequence[ast.stmt], known: Layers) -> None:
        """Follow a block; `known` is changed as its names are."""
        for statement in body:
            self._step(statement, known)

    def _step(self, statement: ast.stmt, known: Layers) -> None:
        match statement:
            case ast.ClassDef(body=body):
                for method in body:
                    if isinstance(method, ast.FunctionDef):
                        self._method(method, known)
            case ast.FunctionDef(args=spec, body=body):
                for default in (*spec.defaults, *filter(None, spec.kw_defaults)):
                    self._look(default, known)
                self.run(body, self._inner(spec, known))
            case ast.Assign(targets=targets, value=value):
                self._look(value, known)
                for target in targets:
                    self._give(target, value, known)
            case ast.AnnAssign(target=target, value=ast.expr() as value):
                self._look(value, known)
                self._give(target, value, known)
            case ast.AugAssign(target=target, value=value):
                self._look(value, known)
                self._augment(target, value, known)
            case ast.Delete(targets=targets):
                for target in targets:
                    self._store(target, known)
            case ast.For(target=target, iter=rounds, body=body, orelse=orelse):
                self._look(rounds, known)
                for _ in self._rounds():
                    level = inside(layers(rounds, known, self.text))
                    bind(target, level, known)
                    self._store(target, known)
                    self._branch([body, []], known)
                self.run(orelse, known)
            case ast.While(test=test, body=body, orelse=orelse):
                for _ in self._rounds():
                    self._look(test, known)
                    self._branch([body, []], known)
                self.run(orelse, known)
            case ast.If(test=test, body=body, orelse=orelse):
                self._look(test, known)
                self._branch([body, orelse], known)
            case ast.Try(body=body, handlers=handlers, orelse=orelse, finalbody=last):
                self._branch([body, *(one.body for one in handlers)], known)
                self.run([*orelse, *last], known)
            case ast.Match(subject=subject, cases=cases):
                self._look(subject, known)
                level = layers(subject, known, self.text)
                for case in cases:
                    for pattern in ast.walk(case.pattern):
                        name = getattr(pattern, "name", None)
                        if isinstance(name, str):
                            known[name] = 0 if level < FRESH else FRESH
                    if case.guard:
                        self._look(case.guard, known)
                self._branch([case.body for case in cases], known)
            case _:
                for child in ast.iter_child_nodes(statement):
                    if isinstance(child, ast.expr):
                        self._look(child, known)

    def _method(self, method: ast.FunctionDef, known: Layers) -> None:
        """Follow a method: its object is of the file's own making, by LDC036."""
        inner = self._inner(method.args, known)
        if me := own_name(method):
            inner[me] = FRESH
        self.run(method.body, inner)

    def _rounds(self) -> Iterator[int]:
        """Follow a loop twice: what the first round leaves, the second finds."""
        self.loops += 1
        yield from range(2 if self.loops <= TWICE else 1)
        self.loops -= 1

    def _branch(self, bodies: Sequence[Sequence[ast.stmt]], known: Layers) -> None:
        """Follow each way from here; afterwards the least new is what counts."""
        ends = []
        for body in bodies:
            ends.append(dict(known))
            self.run(body, ends[-1])
        for name in {name for end in ends for name in end}:
            known[name] = min(end.get(name, FRESH) for end in ends)

    def _inner(self, spec: ast.arguments, known: Layers) -> Layers:
        known = dict(known)
        for argument in (*spec.posonlyargs, *spec.args, *spec.kwonlyargs):
            known[argument.arg] = 0
            declared = argument.annotation
            if isinstance(declared, ast.Subscript):
                declared = declared.value
            if isinstance(declared, ast.Name) and declared.id in MUTABLE:
                self.mutable.add(argument.arg)
        for argument in filter(None, (spec.vararg, spec.kwarg)):
            known[argument.arg] = 1
        return known

    def _look(self, node: ast.AST, known: Layers) -> None:
        """See what an expression changes."""
        match node:
            case ast.Lambda(args=spec, body=body):
                self._look(body, self._inner(spec, known))
                return
            case ast.Attribute(value=owner, attr=method) if method in MUTATORS:
                own = method in self.fields or layers(owner, known, self.text) > 0
                named = isinstance(owner, ast.Name) and owner.id in self.text.modules
                if not (own or named):
                    self._tell(node, owner)
            case ast.Call(func=called, args=[first, *_] as given):
                name = self.text.origin(called)[1]
                unbound = (
                    isinstance(called, ast.Attribute)
                    and isinstance(called.value, ast.Name)
                    and called.value.id in MUTABLE
                )
                changes = name in CHANGERS or (unbound and name in MUTATORS)
                if changes and layers(first, known, self.text) == 0:
                    self._tell(node, first)
                if name in GIVES and isinstance(called, ast.Attribute):
                    self._put(called.value, given[-1], known)
            case ast.NamedExpr(target=target, value=value):
                bind(target, layers(value, known, self.text), known)
        if isinstance(node, COMPREHENSIONS):
            known = within(node.generators, known, self.text)
            for one in node.generators:
                self._store(one.target, known)
        for child in ast.iter_child_nodes(node):
            self._look(child, known)

    def _give(self, target: ast.expr, value: ast.expr, known: Layers) -> None:
        match target, value:
            case ast.Tuple(elts=names), ast.Tuple(elts=values) if len(names) == len(
                values
            ):
                levels = [layers(one, known, self.text) for one in values]
                for name, level in zip(names, levels, strict=True):
                    bind(name, level, known)
                    self._store(name, known)
                return
        bind(target, layers(value, known, self.text), known)
        self._store(target, known)
        if isinstance(target, ast.Subscript):
            self._put(target.value, value, known)

    def _put(self, container: ast.expr, value: ast.expr, known: Layers) -> None:
        """Note that a container now holds a value."""
        if isinstance(container, ast.Name):
            level = above(layers(value, known, self.text))
            known[container.id] = min(known.get(container.id, FRESH), level)

    def _augment(self, target: ast.expr, value: ast.expr, known: Layers) -> None:
        if isinstance(target, ast.Name):
            grows = target.id in self.mutable or isinstance(value, DISPLAYS)
            if grows and known.get(target.id, FRESH) == 0:
                self._tell(target, target)
        else:
            self._store(target, known)

    def _store(self, target: ast.expr, known: Layers) -> None:
        match target:
            case ast.Attribute(value=owner, attr=field):
                own = field in self.text.members
                if not own or layers(owner, known, self.text) == 0:
                    self._tell(target, target)
            case ast.Subscript(value=owner):
                self._look(target.slice, known)
                if layers(owner, known, self.text) == 0:
                    self._tell(target, owner)
            case ast.Tuple(elts=parts) | ast.List(elts=parts):
                for part in parts:
                    self._store(part, known)
            case ast.Starred(value=inner):
                self._store(inner, known)

    def _tell(self, node: ast.AST, changed: ast.expr) -> None:
        self.seen[id(node)] = (
            node,
            f"{ast.unparse(changed)!r} is changed, and is not this call's own",
            "change a copy: `list(...)`, `dict(...)`, `dataclasses.replace(...)`",
        )
