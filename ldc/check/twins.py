"""Finds functions of one stage that do the same: a student could only guess which."""

from collections.abc import Sequence
from dataclasses import replace

from ldc.check.findings import finding, line_of
from ldc.ir import Function, Verdict


def with_twins(verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """Return the verdicts, with a warning at each that does what one above does.

    Two functions are twins when they take the same, and answered alike on every input
    of the large sample; whether they differ on others is not known.
    """
    first: dict[tuple[str, str, str], str] = {}
    taken: dict[tuple[tuple[str, str], ...], str] = {}
    told: list[Verdict] = []
    for verdict in verdicts:
        function = verdict.function
        # One task spells one type one way, and a type takes long to write out.
        spelled = tuple((p.name, p.spelled) for p in function.signature.parameters)
        if spelled not in taken:
            taken[spelled] = _taken(function)
        key = (function.stage, taken[spelled], verdict.behaviour)
        twin = first.setdefault(key, function.name) if verdict.behaviour else ""
        if twin in ("", function.name):
            told.append(verdict)
            continue
        seen = finding(
            function,
            "LDC502",
            line_of(function, function.name),
            f"twin: {function.name} answers as {twin} does, on every input that both "
            "were tried on",
            f"delete one of the two, or say in their manuals when {twin} is wrong",
        )
        told.append(replace(verdict, findings=(*verdict.findings, seen)))
    return tuple(told)


def _taken(function: Function) -> str:
    """Return what a function takes, whatever the order."""
    parameters = function.signature.parameters
    return repr(sorted((p.name, repr(p.annotation)) for p in parameters))
