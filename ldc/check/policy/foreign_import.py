"""LDC012 foreign-import: an import that is neither the task's nor on the list.

What it does: refuses modules and names that are not known as harmless, relative
imports, and `from ... import *`.

Why: what a function needs is in its arguments, in the task's state module, or in a few
modules that only compute.

Not good:

    import numpy

Good:

    from math import hypot

    from tests.toy.state import State
"""

from collections.abc import Iterator

from ldc.check.policy import (
    clock,
    code_from_text,
    coin_toss,
    outside_world,
    secret_name,
)
from ldc.check.policy.text import Seen, Text
from ldc.jail.allowed import MODULES

TOLD = (
    clock.MODULES
    | code_from_text.MODULES
    | coin_toss.MODULES
    | outside_world.MODULES
    | secret_name.MODULES
)
"""Modules that have an entry of their own."""


def foreign_import(text: Text) -> Iterator[Seen]:
    """Yield each import of something that is not available."""
    for one in text.imports:
        if not one.known and one.package not in TOLD:
            named = f"{one.name!r} of {one.module!r}" if one.name else repr(one.module)
            yield (
                one.node,
                f"{named} is not available",
                f"import words of {text.task.state_module}, or from "
                f"{', '.join(name for name in MODULES if MODULES[name])}",
            )
