"""LDC025 unused-parameter: a parameter has a say in the answer.

What it does: refuses a parameter that its function never reads. What a stage hands to
every function, the state and earlier results, may go unread in the public one; a name
that begins with `_` may anywhere.

Why: the student spends a choice on it, and a reader looks for what it does.

Not good:

    def stroll(state: State, pick: Pick, steps: Steps) -> Path:
        return (pick,)

Good:

    def stroll(state: State, pick: Pick, steps: Steps) -> Path:
        return (pick,) * steps
"""

from collections.abc import Iterator

import libcst as cst

from ldc.check.rules.page import Page, Seen
from ldc.check.rules.scope import parameters_of


def unused_parameter(page: Page) -> Iterator[Seen]:
    """Yield each parameter without a use."""
    for definition in page.definitions:
        written = {node.target for node in page.inside(definition, cst.AssignTarget)}
        names = page.inside(definition, cst.Name)
        read = {node.value for node in names if node not in written}
        handed = page.given if definition is page.public else ()
        # What is nested may be handed to `min` or `reduce`, which say what it takes.
        for parameter in parameters_of(definition):
            name = parameter.name.value
            if name not in read and name not in handed and not name.startswith("_"):
                yield (
                    parameter,
                    f"{definition.name.value!r} never reads {name!r}",
                    "use it, or delete it",
                )
