"""Stage 8: episodes become a report of metrics with intervals, tables and a page."""

from collections.abc import Mapping
from dataclasses import dataclass

from ldc.ir import Episode
from ldc.score.card import model_card
from ldc.score.metrics import Bits, Interval, Paired, Score, paired, summarise
from ldc.score.replay import write_replay
from ldc.score.table import as_json, markdown, table

__all__ = [
    "Bits",
    "Interval",
    "Paired",
    "Report",
    "Score",
    "as_json",
    "markdown",
    "model_card",
    "paired",
    "score",
    "summarise",
    "table",
    "write_replay",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All players' scores, and each one's difference from the expert."""

    scores: tuple[Score, ...]
    against_expert: tuple[Paired, ...]
    """Empty when the expert did not play."""


def score(
    players: Mapping[str, tuple[Episode, ...]],
    bits: Mapping[str, Bits] | None = None,
    expert: str = "expert",
) -> Report:
    """Summarise every player and pair each with the expert on the same seeds.

    Args:
        players: Name -> episodes, at least one each.
        bits: Bits per decision by player, where they were measured.
        expert: The name of the player to compare with.

    Raises:
        TaskError: A player has no episode, or shares no seed with the expert.
    """
    others = [name for name in players if name != expert and expert in players]
    return Report(
        scores=tuple(summarise(name, games, bits) for name, games in players.items()),
        against_expert=tuple(paired(players[n], players[expert]) for n in others),
    )
