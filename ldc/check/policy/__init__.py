"""Gate 2, policy: an allow-list over the stdlib `ast`. One entry a file, one line here.

What is not listed is refused, also the syntax of a Python that is not out yet. The jail
stands behind it.
"""

import ast
import warnings
from collections.abc import Callable, Iterator, Mapping
from types import ModuleType

from ldc.check.examples import Malformed, read_examples
from ldc.check.findings import finding
from ldc.check.policy import (
    broad_except,
    changed_argument,
    clock,
    code_from_text,
    coin_toss,
    endless_loop,
    endless_recursion,
    foreign_attribute,
    foreign_class,
    foreign_import,
    foreign_syntax,
    format_string,
    global_state,
    loose_statement,
    outside_world,
    secret_name,
    shadowed_name,
    unknown_name,
)
from ldc.check.policy.language import OWN
from ldc.check.policy.text import Seen, Text
from ldc.ir import Finding, Function, TaskSpec

__all__ = ["ENTRIES", "OWN", "pages", "policy"]

ENTRIES: Mapping[ModuleType, Callable[[Text], Iterator[Seen]]] = {
    foreign_syntax: foreign_syntax.foreign_syntax,
    unknown_name: unknown_name.unknown_name,
    foreign_import: foreign_import.foreign_import,
    foreign_attribute: foreign_attribute.foreign_attribute,
    endless_loop: endless_loop.endless_loop,
    broad_except: broad_except.broad_except,
    loose_statement: loose_statement.loose_statement,
    shadowed_name: shadowed_name.shadowed_name,
    changed_argument: changed_argument.changed_argument,
    endless_recursion: endless_recursion.endless_recursion,
    secret_name: secret_name.secret_name,
    code_from_text: code_from_text.code_from_text,
    format_string: format_string.format_string,
    outside_world: outside_world.outside_world,
    clock: clock.clock,
    global_state: global_state.global_state,
    coin_toss: coin_toss.coin_toss,
    foreign_class: foreign_class.foreign_class,
}
"""The page of each entry (its module), and the entry."""


def policy(function: Function, task: TaskSpec) -> Iterator[Finding]:
    """Yield every use of something that is not on the lists, from the top down."""
    text = Text(function, task, ast.parse(function.source))
    seen = []
    try:
        for example in read_examples(function, text.tree):
            text.add(example)
    except Malformed as error:
        seen.append(
            finding(function, "LDC306", error.line, str(error), "see `help doctest`")
        )
    try:
        for module, entry in ENTRIES.items():
            code, name = TITLES[module]
            for node, message, mend in entry(text):
                place = ast.Pass(
                    lineno=getattr(node, "lineno", 1),
                    col_offset=getattr(node, "col_offset", 0),
                )
                seen.append(finding(function, code, place, f"{name}: {message}", mend))
    except RecursionError:
        what = "foreign-syntax: a part is nested too deep to be read"
        seen.append(finding(function, "LDC010", 1, what, "give its parts names"))
    yield from sorted(seen, key=lambda one: (one.line, one.column, one.code))
    if not seen:
        yield from _uncompiled(function)


def _uncompiled(function: Function) -> Iterator[Finding]:
    """Yield what parses and does not compile; nothing is executed."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(function.source, function.path, "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        line, what, mend = 1, "it is too deep", "give its parts names"
        if isinstance(error, SyntaxError):
            line, what, mend = error.lineno or 1, error.msg, "correct the line"
        told = f"foreign-syntax: it does not compile: {what}"
        yield finding(function, "LDC010", line, told, mend)


def pages() -> Mapping[str, str]:
    """Return code -> page of every entry."""
    return {
        code: (module.__doc__ or "").strip() for module, (code, _) in TITLES.items()
    }


def _title(module: ModuleType) -> tuple[str, str]:
    """Return code and name of an entry, as its page begins."""
    code, name = (module.__doc__ or "").split(":", 1)[0].split(" ")
    return code, name


TITLES = {module: _title(module) for module in ENTRIES}
"""Code and name of each entry."""
