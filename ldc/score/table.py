"""Scores as a terminal table, as Markdown, and as JSON."""

import json
import math
from dataclasses import asdict
from typing import TYPE_CHECKING

from ldc.score.metrics import Interval, Score

if TYPE_CHECKING:
    from rich.table import Table

HEADS = (
    "player",
    "episodes",
    "success",
    "score",
    "steps",
    "illegal",
    "invalid",
    "passes",
    "branches",
    "ms",
    "bits (free)",
)
"""Column heads, in the order of `cells`."""


def cells(score: Score) -> tuple[str, ...]:
    """Return one row of text: rates in percent, times in milliseconds."""
    bits = [f"{b.constrained:.2f} ({b.unconstrained:.2f})" for b in score.bits]
    return (
        score.player,
        str(score.episodes),
        _spell(score.success, 100, 0, " %"),
        _spell(score.mean_score, 1, 2, ""),
        f"{score.steps:.1f}",
        str(score.illegal_moves),
        str(score.invalid_calls),
        f"{score.forward_passes:.1f}",
        f"{score.branches:.1f}",
        f"{score.milliseconds:.1f}",
        *(bits or ["–"]),  # noqa: RUF001 (an en dash means: not measured)
    )


def table(scores: tuple[Score, ...]) -> "Table":
    """Return a Rich table, one row a player."""
    from rich.markup import escape
    from rich.table import Table

    made = Table(*HEADS[:1], box=None, header_style="bold")
    for head in HEADS[1:]:
        made.add_column(head, justify="right")
    for score in scores:
        made.add_row(*map(escape, cells(score)))
    return made


def markdown(scores: tuple[Score, ...]) -> str:
    """Return a Markdown table that ends in a newline; pipes in names are escaped."""
    rule = ("---", *("---:" for _ in HEADS[1:]))
    rows = [HEADS, rule, *(cells(score) for score in scores)]
    return "".join(
        f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |\n"
        for row in rows
    )


def as_json(scores: tuple[Score, ...]) -> str:
    """Return the scores as strict JSON; an unknown bound is null."""
    return json.dumps([_strict(asdict(s)) for s in scores], indent=2, allow_nan=False)


def _strict(value: object) -> object:
    # JSON has no infinity.
    if isinstance(value, dict):
        return {key: _strict(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_strict(inner) for inner in value]
    return None if isinstance(value, float) and math.isinf(value) else value


def _spell(interval: Interval, scale: float, digits: int, unit: str) -> str:
    value = f"{interval.value * scale:.{digits}f}{unit}"
    if math.isinf(interval.low):
        return value
    low, high = interval.low * scale, interval.high * scale
    return f"{value} [{low:.{digits}f}, {high:.{digits}f}]"
