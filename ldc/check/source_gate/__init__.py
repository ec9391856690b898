"""Gate 1, source: plain text of a plain size; it hides nothing, silences no check."""

from collections.abc import Callable, Iterator, Mapping
from types import ModuleType

from ldc.check.source_gate import (
    hidden_character,
    long_file,
    not_python,
    silenced_check,
    strange_letters,
    unreadable_file,
    wrong_shape,
)
from ldc.ir import Finding, Function, TaskSpec

__all__ = ["ENTRIES", "pages", "source_gate"]

ENTRIES: Mapping[ModuleType, Callable[[Function], Iterator[Finding]]] = {
    long_file: long_file.long_file,
    unreadable_file: unreadable_file.unreadable_file,
    hidden_character: hidden_character.hidden_character,
    not_python: not_python.not_python,
    strange_letters: strange_letters.strange_letters,
    silenced_check: silenced_check.silenced_check,
}
"""The page of each entry (its module), and the entry."""

LAST = (long_file, unreadable_file, not_python)
"""Entries after whose findings no other is asked."""


def source_gate(function: Function, task: TaskSpec) -> Iterator[Finding]:
    """Yield what makes a file unreadable for a person or for a later gate."""
    del task  # every gate is given it; plain text is plain for all tasks
    for module, entry in ENTRIES.items():
        found = [*entry(function)]
        yield from found
        if found and module in LAST:
            return


def pages() -> Mapping[str, str]:
    """Return code -> page of every entry, also of that which `author` sees."""
    told = ((module.__doc__ or "").strip() for module in (*ENTRIES, wrong_shape))
    return dict(sorted((page.split(" ", 1)[0], page) for page in told))
