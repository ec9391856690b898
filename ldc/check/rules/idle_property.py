"""LDC403 idle-property: a property calls the function, and looks at the result.

What it does: refuses an `always_*` predicate that does not call the file's function,
itself or through a helper, or that drops what the call returns.

Why: it would hold of every function, so it shows nothing.

Not good:

    def always_some_balls(state: State) -> bool:
        first = take_first(state)
        return len(state.balls) >= 0

Good:

    def always_a_ball(state: State) -> bool:
        return take_first(state) in state.balls
"""

from collections.abc import Iterator, Sequence, Set

import libcst as cst

from ldc.check.rules.page import Page, Seen


def idle_property(page: Page) -> Iterator[Seen]:
    """Yield each property that does not hang on what the function returns."""
    for one in idle(page):
        calls = page.function.name in _names(page, one)
        verb = "looks at the result of" if calls else "calls"
        yield (
            one.name,
            f"{one.name.value!r} never {verb} {page.function.name!r}",
            "call it, and say something about what it returns",
        )


def idle(page: Page) -> Sequence[cst.FunctionDef]:
    """Return the properties that would hold of every function."""
    asking = _askers(page)
    return [one for one in page.properties if not _uses(page, one, asking)]


def _askers(page: Page) -> Set[str]:
    """Return the names through which a property may call the function."""
    found = {page.function.name}
    helpers = [d for d in page.definitions if d is not page.public]
    for _ in helpers:  # a helper may ask through a helper
        found |= {d.name.value for d in helpers if _uses(page, d, found)}
    return found


def _uses(page: Page, definition: cst.FunctionDef, asking: Set[str]) -> bool:
    """Say whether a function does something with what one of the names returns."""
    dropped = {
        line.value.func
        for line in page.inside(definition, cst.Expr)
        if isinstance(line.value, cst.Call)
    }
    names = _names(page, definition)
    for line in page.inside(definition, cst.Assign):
        match line:
            case cst.Assign(
                targets=[cst.AssignTarget(target=cst.Name(value=name))],
                value=cst.Call(func=func),
            ) if names.count(name) == 1:
                dropped.add(func)
    return any(
        node.value in asking and node not in dropped
        for node in page.inside(definition, cst.Name)
    )


def _names(page: Page, definition: cst.FunctionDef) -> list[str]:
    return [node.value for node in page.inside(definition, cst.Name)]
