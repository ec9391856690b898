"""Rounds as a Markdown table, for the terminal, the model card and measurements."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ldc.store import read_json

FILE = "rounds.json"
"""Beside the policy that the last round made."""

HEADS = (
    "round",
    "success",
    "right",
    "lines met",
    "read differently",
    "differ",
    "asked",
    "saved",
)


def table(rounds: Sequence[Mapping[str, Any]]) -> str:
    """Return a Markdown table that ends in a newline, one round a row.

    Right is a line of a held-out game in which the student calls what the expert does.
    What was met is met by the student of the round before; saved are calls of the
    teacher, against asking it for every line.

    Args:
        rounds: Of `ldc.rounds.Round`, as JSON has them.
    """
    rows = [HEADS, ("---", *("---:" for _ in HEADS[1:]))]
    for one in rounds:
        met = one["met"]
        lines, asked = met["lines"], met["asked"]
        counts = (lines, met["questions"], met["differ"], asked)
        rows.append(
            (
                str(one["number"]),
                shown(one["success"]),
                f"{one['right']:.0%}",
                *(str(count) if lines else "" for count in counts),
                f"{1 - asked / lines:.1%}" if lines else "",
            )
        )
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def shown(share: Mapping[str, float]) -> str:
    """Return a share with its interval, in percent."""
    return f"{share['value']:.0%} [{share['low']:.0%}, {share['high']:.0%}]"


def section(folder: Path, weights: str) -> str:
    """Return a section for the model card; empty for a policy that no rounds made.

    Args:
        folder: The policy's.
        weights: Digest of its adapter.
    """
    file = folder / FILE
    told = read_json(file) if file.is_file() else []
    if not told or told[-1]["policy"] != weights:
        return ""
    return f"\n## Rounds\n\n{table(told)}"
