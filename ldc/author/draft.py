"""A function file that is shaped but for the examples of its manual."""

from collections.abc import Mapping
from dataclasses import dataclass

from ldc.author.asks import Ask


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The parts of a file, and what was changed to make them of a reply."""

    name: str
    summary: str
    opening: str
    """Imports, constants and helpers."""
    manual: str
    """The docstring between the summary and the examples."""
    head: str
    body: str
    properties: str
    """The comment, and what follows it."""
    changes: tuple[str, ...]

    def source(self, examples: str = "") -> str:
        """Return the text of the file.

        Args:
            examples: The section `Example` of the manual, indented; may be empty.
        """
        manual = f'    """{self.summary}\n\n{self.manual}{examples}    """\n'
        parts = (self.opening, f"{self.head}\n{manual}{self.body}", self.properties)
        return "\n\n\n".join(part.strip("\n") for part in parts if part.strip()) + "\n"


def manual_for(ask: Ask, sayings: Mapping[str, str]) -> str:
    """Return the docstring of a function between its summary and its examples.

    Args:
        ask: Gives the condition and the parameters.
        sayings: What the types mean, in the task's own words.
    """
    arguments = [
        f"        {name}: {sayings.get(kind) or f'A {kind}.'}"
        for name, kind in ask.parameters
    ]
    lines = [
        f"    Use it when {ask.condition}.\n",
        "    Args:",
        *arguments,
        "\n    Returns:",
        f"        {sayings.get(ask.returns) or f'A {ask.returns}.'}\n",
    ]
    return "\n".join(lines)
