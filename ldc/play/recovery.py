"""What became of one emergency: when help came, whether it stayed, what it cost."""

from dataclasses import dataclass
from typing import Literal

Outcome = Literal[
    "known",
    "switched",
    "no help",
    "refused",
    "too late",
    "rolled back",
]
"""The base had a function for it; help is in force; the teacher wrote none that passed;
its help failed the shadow replay; the episode was over before; its help was in force
until a call of it failed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """What asking for help cost."""

    calls: int = 0
    """Of the teacher, recorded ones among them."""
    asked_now: int = 0
    """Of these, the ones that no ledger answered."""
    read: int = 0
    """Tokens."""
    written: int = 0
    """Tokens."""
    cost: float = 0.0
    """Dollars, for all calls."""
    cost_now: float = 0.0
    """Dollars, for those that were asked now."""
    rounds: int = 0
    """Texts of a function, at most."""
    teacher_seconds: float = 0.0
    """Wall time of the calls, as recorded."""
    check_seconds: float = 0.0
    """Wall time of the gates, and of all that is not the teacher's."""
    keys: tuple[str, ...] = ()
    """Of the ledger's entries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery:
    """One emergency of an episode."""

    news: str
    """As it was told."""
    condition: str
    """As functions say it."""
    announced: int
    """Index of the first step that was decided under it."""
    outcome: Outcome
    switched: int = -1
    """Index of the first step that was decided with help; -1 for none."""
    functions: tuple[str, ...] = ()
    """That were added, or that were there already."""
    before: str = ""
    """Digest of the base until then."""
    after: str = ""
    """Digest of the base with the functions added; the same in paper mode."""
    shadowed: int = 0
    """States that the shadow replay decided again."""
    called: int = 0
    """Of these, the ones where a function that was added was called."""
    illegal_in_gap: int = 0
    """Illegal moves from the announcement to the switch, or to the end."""
    why: tuple[str, ...] = ()
    """What was wrong, for all outcomes but the first two."""
    bill: Bill = Bill()
