"""Gate 3, rules: what a person should mend. One rule a file, one line a rule here."""

from collections.abc import Callable, Iterator, Mapping
from types import ModuleType

from ldc.check.rules import (
    float_equality,
    foreign_words,
    hollow_property,
    idle_property,
    long_summary,
    missing_example,
    missing_property,
    missing_returns,
    mutable_default,
    needless_comparison,
    needless_else,
    set_order,
    unused_import,
    unused_parameter,
    wrong_arguments,
    wrong_manual,
    wrong_order,
)
from ldc.check.rules.page import Page, Seen
from ldc.ir import Finding, Function, TaskSpec

RULES: Mapping[ModuleType, Callable[[Page], Iterator[Seen]]] = {
    wrong_order: wrong_order.wrong_order,
    needless_else: needless_else.needless_else,
    needless_comparison: needless_comparison.needless_comparison,
    float_equality: float_equality.float_equality,
    set_order: set_order.set_order,
    unused_parameter: unused_parameter.unused_parameter,
    unused_import: unused_import.unused_import,
    mutable_default: mutable_default.mutable_default,
    wrong_arguments: wrong_arguments.wrong_arguments,
    missing_returns: missing_returns.missing_returns,
    missing_example: missing_example.missing_example,
    long_summary: long_summary.long_summary,
    foreign_words: foreign_words.foreign_words,
    wrong_manual: wrong_manual.wrong_manual,
    missing_property: missing_property.missing_property,
    idle_property: idle_property.idle_property,
    hollow_property: hollow_property.hollow_property,
}
"""The page of each rule (its module), and the rule."""


def rules(function: Function, task: TaskSpec) -> Iterator[Finding]:
    """Yield what the rules see in a file."""
    page = Page(function, task)
    for module, rule in RULES.items():
        title = page_of(module).split(":", 1)[0]
        code, name = title.split(" ", 1)
        for node, message, mend in rule(page):
            line, column = page.place(node)
            yield Finding(
                code=code,
                path=function.path,
                line=line,
                column=column,
                message=f"{name}: {message}",
                mend=mend,
            )


def page_of(module: ModuleType) -> str:
    """Return what `ldc rule CODE` prints for a rule."""
    return (module.__doc__ or "").strip()


def pages() -> Mapping[str, str]:
    """Return code -> page of every rule."""
    return {page_of(module).split(" ", 1)[0]: page_of(module) for module in RULES}
