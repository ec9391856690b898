"""How many functions ended how, and what stands in every format alike."""

from collections import Counter
from collections.abc import Sequence
from typing import Literal, get_args

from ldc.check.findings import WARNINGS
from ldc.ir import Finding, Outcome, Verdict

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)


def tally(verdicts: Sequence[Verdict]) -> dict[str, int]:
    """Return how many verdicts have each outcome, all outcomes named."""
    counted = Counter(verdict.outcome for verdict in verdicts)
    return {outcome: counted[outcome] for outcome in OUTCOMES}


def level(seen: Finding) -> Literal["error", "warning"]:
    """Say how a finding weighs: a warning alone keeps no function out."""
    return "warning" if seen.code in WARNINGS else "error"
