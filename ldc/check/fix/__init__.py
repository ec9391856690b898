"""Mends what can be mended without changing what a function does. One mend a file."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

import libcst as cst

from ldc.check.fix.mutable_default import mutable_default
from ldc.check.fix.needless_comparison import needless_comparison
from ldc.check.fix.needless_else import needless_else
from ldc.check.fix.plain_text import plain_text
from ldc.check.fix.unused_import import unused_import
from ldc.check.fix.wrong_order import wrong_order
from ldc.check.rules import rules
from ldc.check.rules.page import Page
from ldc.ir import Function, TaskSpec, digest

FIXES: Mapping[str, Callable[[Page], cst.Module]] = {
    "LDC020": wrong_order,
    "LDC021": needless_else,
    "LDC022": needless_comparison,
    "LDC026": unused_import,
    "LDC107": mutable_default,
}
"""Code -> what mends it. A mend that is not safe returns the module as it is."""

ROUNDS = 9
"""A mend may show another fault; so many are mended one after the other."""


def mended(function: Function, task: TaskSpec) -> str:
    """Return the text of a function's file, mended as far as it safely can be.

    The text comes back as it was when there is nothing to mend, or when mending it
    would leave as many findings as before.

    Args:
        function: What the author wrote; it must parse.
        task: What the function is for.
    """
    best = _with(function, plain_text(function.source), task)
    for _ in range(ROUNDS):
        codes = [seen.code for seen in rules(best, task)]
        new = _with(best, fix(best, task, codes), task)
        if new.source == best.source or len([*rules(new, task)]) >= len(codes):
            break
        best = new
    return best.source


def fix(function: Function, task: TaskSpec, codes: Collection[str]) -> str:
    """Return the text of a function's file with the faults of some codes mended.

    Args:
        function: What the author wrote.
        task: What the function is for.
        codes: Of the faults to mend; those without a mend are passed over.
    """
    for code, mend in FIXES.items():
        if code in codes:
            text = plain_text(mend(Page(function, task)).code)
            function = _with(function, text, task)
    return function.source


def _with(function: Function, source: str, task: TaskSpec) -> Function:
    """Return the function with another text; no mend touches its signature."""
    new = digest(task.name, function.stage, source)
    return replace(function, source=source, digest=new)
