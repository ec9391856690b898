"""Reads a docstring as a manual: summary, condition, arguments, returns, example."""

import inspect
import re
from collections.abc import Mapping
from dataclasses import dataclass

HEADINGS = ("Args", "Returns", "Raises", "Example")
"""The headings that open a section."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manual:
    """A docstring, taken apart."""

    summary: str
    """The first line."""
    condition: str
    """The clause after "Use it when", without the full stop; "" when there is none."""
    sections: Mapping[str, str]
    """Heading -> its text, dedented; only headings that are there."""
    arguments: Mapping[str, str]
    """Parameter -> what `Args` says about it."""


def read_manual(docstring: str) -> Manual:
    r"""Take a docstring apart.

    Example:
        >>> read_manual("Go.\n\nUse it when it rains. Else, stay.").condition
        'it rains'
    """
    text = inspect.cleandoc(docstring)
    pattern = rf"^({'|'.join(HEADINGS)}):[ ]*$"
    opening, *rest = re.split(pattern, text, flags=re.MULTILINE)
    sections = {
        heading: inspect.cleandoc(body).strip()
        for heading, body in zip(rest[::2], rest[1::2], strict=True)
    }
    entries = re.findall(
        r"^(\w+)(?: \([^)\n]*\))?:\s*(.*(?:\n[ ].*)*)",  # a type in brackets may stand
        sections.get("Args", ""),
        flags=re.MULTILINE,
    )
    return Manual(
        summary=opening.split("\n", 1)[0].strip(),
        condition=_condition(opening),
        sections=sections,
        arguments={name: " ".join(said.split()) for name, said in entries},
    )


def _condition(opening: str) -> str:
    for paragraph in opening.split("\n\n"):
        words = " ".join(paragraph.split())
        found = re.match(r"Use it when (.+?)\.(?:\s|$)", words)
        if found:
            return found.group(1)
    return ""
