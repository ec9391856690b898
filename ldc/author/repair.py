"""Words a verdict for the teacher: what is wrong, the smallest case, how to mend it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from textwrap import shorten

from ldc.ir import Finding, Verdict

MOST = 3
"""Findings that are told; more confuse a small teacher."""

LONGEST = 240
"""Letters of a mend; some list all that is allowed."""

FAILED = "LDC401"
"""Of a property that does not hold."""

WRONG_TYPE = "LDC201"
"""Of what mypy says."""

AGAIN = re.compile(r"\n\s*again: .*")
"""Ends a mend with a command, which is for people."""

TYPES = {
    "Missing return statement": "end with a `return` for all other cases",
    '| None"': "give a value that fits instead of None",
    'got "None"': "give a value that fits instead of None",
    "Incompatible return value": "return the kind of value that the head says",
}
"""Part of what mypy says -> what to do."""


def faults(
    verdict: Verdict, *, counterexamples: bool, check: bool = False
) -> tuple[str, ...]:
    """Return what is wrong, a text for each finding, the first ones.

    Held-out inputs are in no finding, so none can be told.

    Args:
        verdict: Not accepted, or a twin.
        counterexamples: Whether the failing call and the wrong version are shown.
        check: Whether the properties are to be mended, and the function stays.
    """
    lines = verdict.function.source.splitlines()
    return tuple(
        _fault(_worded(seen, check), lines, counterexamples)
        for seen in _worst(verdict.findings)
    )


def _worst(findings: Sequence[Finding]) -> Sequence[Finding]:
    """Return the first finding of each code, at most three."""
    first: dict[str, Finding] = {}
    for seen in findings:
        first.setdefault(seen.code, seen)
    return [*first.values()][:MOST]


def _worded(seen: Finding, check: bool) -> Finding:
    """Return a finding with a mend that a small teacher takes in the right way."""
    mend = seen.mend
    if check and seen.code == FAILED:
        mend = "what the function returned is right; say only what is sure of `answer`"
    elif seen.code == WRONG_TYPE:
        # Told what is not available, it writes just that.
        ends = [how for part, how in TYPES.items() if part in seen.message]
        mend = ends[0] if ends else "correct the types"
    return replace(seen, mend=mend)


def _fault(seen: Finding, lines: Sequence[str], counterexamples: bool) -> str:
    message, _, case = seen.message.partition("\n")
    told = [message]
    if case and counterexamples:
        told.append(case)
    elif not case and 1 < seen.line <= len(lines):
        told.append(f"  in the line: {lines[seen.line - 1].strip()}")
    told.append(f"  mend: {shorten(AGAIN.sub('', seen.mend), LONGEST)}")
    return "\n".join(told)
