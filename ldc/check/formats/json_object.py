"""For programs: one JSON object with every verdict, and the counts."""

from collections.abc import Sequence
from dataclasses import asdict, fields
from operator import attrgetter
from typing import Any

from ldc import store
from ldc.check.formats.tally import tally
from ldc.ir import Finding, Verdict

FINDING = [field.name for field in fields(Finding)]
PARTS = attrgetter(*FINDING)
"""A base of a thousand functions may have as many findings: `asdict` is slow."""


def json_object(verdicts: Sequence[Verdict]) -> str:
    """Return the verdicts as canonical JSON on one line."""
    functions = [told(verdict) for verdict in verdicts]
    return store.canonical({"functions": functions, **tally(verdicts)}) + "\n"


def told(verdict: Verdict) -> dict[str, Any]:
    """Return one verdict as JSON says it; `ldc show --json` adds to it."""
    function = verdict.function
    return {
        "name": function.name,
        "task": function.task,
        "stage": function.stage,
        "path": function.path,
        "signature": str(function),
        "condition": function.condition,
        "outcome": verdict.outcome,
        "gates": dict(verdict.gates),
        "findings": [
            dict(zip(FINDING, seen, strict=True))
            for seen in map(PARTS, verdict.findings)
        ],
        "counterexamples": [asdict(c) for c in verdict.counterexamples],
        "examples": verdict.examples,
        "mutants_killed": verdict.mutants_killed,
        "mutants_total": verdict.mutants_total,
        "survivors": [asdict(survivor) for survivor in verdict.survivors],
        "branches": verdict.branches,
        "unreached": verdict.unreached,
        "microseconds": round(verdict.microseconds, 3),
        "seconds": round(verdict.seconds, 3),
        "cached": verdict.cached,
    }
