"""LDC025 unused-parameter: a parameter has a say in the answer.

What it does: refuses a parameter that its function never reads. To delete it, to bind
it anew, to assert something of it or to put it into a variable that nobody reads is not
to read it. What a stage hands to every function, the state and earlier results, may go
unread in the public one; a name that begins with `_` may anywhere.

Why: the student spends a choice on it, and a reader looks for what it does.

Not good:

    def stroll(state: State, pick: Pick, steps: Steps) -> Path:
        return (pick,)

Good:

    def stroll(state: State, pick: Pick, steps: Steps) -> Path:
        return (pick,) * steps
"""

from collections.abc import Iterator, Sequence, Set

import libcst as cst

from ldc.check.rules.page import Page, Seen
from ldc.check.rules.scope import parameters_of
from ldc.check.rules.tree import all_of


def unused_parameter(page: Page) -> Iterator[Seen]:
    """Yield each parameter without a use."""
    for definition in page.definitions:
        parameters = [one.name.value for one in parameters_of(definition)]
        handed = page.given if definition is page.public else ()
        asked = {p for p in parameters if p not in handed and not p.startswith("_")}
        if not asked:
            continue
        read = _read(page, definition) - _bound_first(definition, asked)
        # What is nested may be handed to `min` or `reduce`, which say what it takes.
        for parameter in parameters_of(definition):
            name = parameter.name.value
            if name in asked and name not in read:
                yield (
                    parameter,
                    f"{definition.name.value!r} never reads {name!r}",
                    "use it, or delete it",
                )


def _read(page: Page, definition: cst.FunctionDef) -> Set[str]:
    """Return the names whose values may come to count."""
    idle: set[cst.CSTNode] = set()
    for node in page.inside(definition, cst.AssignTarget):
        idle |= set(_plain_names(node.target))
    for gone in page.inside(definition, cst.Del):
        idle |= set(_plain_names(gone.target))
    for statement in page.inside(definition, cst.Expr):
        if isinstance(statement.value, (cst.Name, cst.Tuple)):
            idle |= set(_plain_names(statement.value))
    if definition not in page.properties:  # which may say with it what must hold
        for line in page.inside(definition, cst.Assert):
            idle |= set(all_of(line, cst.Name))
    names = page.inside(definition, cst.Name)
    kept = [
        (target.value, set(all_of(node.value, cst.Name)))
        for node in page.inside(definition, cst.Assign)
        for target in [node.targets[0].target]
        if len(node.targets) == 1 and isinstance(target, cst.Name)
    ]
    while True:
        read = {node.value for node in names if node not in idle}
        dead = [found for name, found in kept if name not in read and found - idle]
        if not dead:
            return read
        idle |= set[cst.CSTNode]().union(*dead)


def _plain_names(node: cst.CSTNode) -> Iterator[cst.Name]:
    """Yield a name, or the names of a row; not what an index reads."""
    match node:
        case cst.Name():
            yield node
        case cst.Tuple(elements=parts) | cst.List(elements=parts):
            for part in parts:
                yield from _plain_names(part.value)


def _bound_first(definition: cst.FunctionDef, asked: Set[str]) -> Set[str]:
    """Return the names that are bound anew before anything reads them."""
    found: set[str] = set()
    seen: set[str] = set()
    lines: Sequence[cst.CSTNode] = definition.body.body
    for line in lines:
        match line:
            case cst.SimpleStatementLine(
                body=[
                    cst.Assign(
                        targets=[cst.AssignTarget(target=cst.Name(value=name))],
                        value=value,
                    )
                ]
            ) if name in asked - seen:
                seen |= {node.value for node in all_of(value, cst.Name)}
                found |= {name} - seen
        seen |= {node.value for node in all_of(line, cst.Name)}
    return found
