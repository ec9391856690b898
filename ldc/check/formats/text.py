"""For people: the findings, and one line of counts."""

from collections.abc import Iterator, Sequence

from ldc.check.findings import SHOWN
from ldc.check.formats.tally import OUTCOMES
from ldc.ir import Verdict

MOST_NAMED = 8
"""Functions that the last line names for each outcome."""


def text(verdicts: Sequence[Verdict]) -> str:
    """Return the verdicts in words; one short line when nothing is wrong."""
    told = [part for verdict in verdicts for part in parts(verdict)]
    return "\n\n".join([*told, counts(verdicts)]) + "\n"


def counts(verdicts: Sequence[Verdict]) -> str:
    """Return the last line: how many of each outcome, and whom it kept out.

    Example:
        >>> counts(())
        'nothing to check'
    """
    told = []
    for outcome in OUTCOMES:
        names = [v.function.name for v in verdicts if v.outcome == outcome]
        if names:
            whom = _alone(verdicts) if outcome == "accepted" else f": {listed(names)}"
            told.append(f"{len(names)} {outcome.replace('_', ' ')}{whom}")
    return "; ".join(told) or "nothing to check"


def parts(verdict: Verdict) -> Iterator[str]:
    """Yield what there is to say about one function; nothing where all is well."""
    yield from map(str, verdict.findings)
    more = len(verdict.survivors) - SHOWN
    if verdict.outcome == "not_shown" and more > 0:
        function = verdict.function
        yield f"{more} more such versions: ldc show {function.task}/{function.name}"


def listed(names: Sequence[str]) -> str:
    """Return the first names, and how many more there are."""
    more = len(names) - MOST_NAMED
    rest = f" and {more} more" if more > 0 else ""
    return ", ".join(names[:MOST_NAMED]) + rest


def _alone(verdicts: Sequence[Verdict]) -> str:
    """Say which gates were asked when not all were: that is not to be accepted."""
    passed = [v.gates for v in verdicts if v.outcome == "accepted"]
    asked = {gate: status != "skipped" for gates in passed for gate, status in gates}
    if all(asked.values()):
        return ""
    return f" by {' and '.join(gate for gate in asked if asked[gate])} alone"
