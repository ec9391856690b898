"""Stage 2: gates, cheap ones first; only what passes all of them enters a base."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import Any

from ldc.author.source import read_properties
from ldc.check.dynamic import dynamic
from ldc.check.dynamic import examples as shown_examples
from ldc.check.findings import WARNINGS, finding
from ldc.check.policy import policy
from ldc.check.properties import properties
from ldc.check.source_gate import source_gate
from ldc.check.spec import spec
from ldc.check.trial import Report, Trial
from ldc.check.types import types_gate
from ldc.check.verdicts import ground_of, keep_verdict, key_of, read_verdict
from ldc.errors import JailError, LdcError
from ldc.ir import (
    Counterexample,
    Finding,
    Function,
    FunctionBase,
    TaskSpec,
    Verdict,
    digest,
)
from ldc.jail import CallFailed, Jail

MOST_FINDINGS = 20
"""A gate stops after so many; the first ones are enough to go on."""


def check(
    task: TaskSpec,
    functions: Sequence[Function],
    *,
    root: Path,
    states: Sequence[Any] = (),
    examples: int = 60,
    planted: bool = True,
    seed: int = 0,
) -> tuple[Verdict, ...]:
    """Return a verdict for each function, in the order given.

    The gates are source, policy, rules, spec, types, dynamic, properties; the first
    that finds a fault is the last to run for its function. Nothing of a function is
    executed outside the jail, and nothing before the policy has passed it.

    Args:
        task: What the functions are for.
        functions: What the author wrote.
        root: The project; verdicts are kept in `.ldc/verdicts` there.
        states: Recorded states to try functions on. Without them, and beside them when
            the state module has a predicate `possible`, states are made by type.
        examples: How many inputs each property is tried on.
        planted: Whether a bad function is checked too, which must be rejected.
        seed: Draws the same inputs again.

    Raises:
        LdcError: The planted function was accepted, so the verdicts mean nothing.
        StoreError: `.ldc` cannot be written.
        TaskError: One of the task's own properties raised.
    """
    ground = ground_of(task, states, examples, seed)
    keys = [key_of(f, ground) for f in functions]
    kept = [read_verdict(root, k, f) for k, f in zip(keys, functions, strict=True)]
    fresh = [f for f, verdict in zip(functions, kept, strict=True) if verdict is None]

    read = {f.digest: _read(f, task) for f in fresh}
    sound = [f for f in fresh if read[f.digest].outcome == "accepted"]
    plants = [_plant(f) for f in sound[:1] if planted]
    typed = types_gate([*sound, *plants], task, root)
    tried = {
        f.digest: _tried(_typed(verdict, typed[f.digest]), task, states, examples, seed)
        for f, verdict in (
            *((f, read[f.digest]) for f in sound),
            *((f, _verdict(f, ())) for f in plants),
        )
    }
    for plant in plants:
        _demand_rejected(tried[plant.digest], tried[sound[0].digest])

    verdicts = read | tried
    for key, function in zip(keys, functions, strict=True):
        if function.digest in verdicts:
            keep_verdict(root, key, verdicts[function.digest])
    return tuple(
        known or verdicts[function.digest]
        for known, function in zip(kept, functions, strict=True)
    )


def admit(
    task: TaskSpec, verdicts: Sequence[Verdict], *, whole: bool = False
) -> FunctionBase:
    """Return the base of all accepted functions.

    Args:
        task: Gives the order of the stages.
        verdicts: From `check`.
        whole: Whether every function must be accepted.

    Raises:
        LdcError: With `whole`, a function was not accepted.
    """
    left_out = [v for v in verdicts if v.outcome != "accepted"]
    if whole and left_out:
        first = left_out[0]
        told = str(first.findings[0]) if first.findings else first.outcome
        raise LdcError(
            f"function base of {task.name!r}",
            f"{len(left_out)} of {len(verdicts)} functions are not accepted; the first "
            f"is {first.function.name!r}\n  {told}",
            f"ldc check {task.name}",
        )
    order = {stage.name: place for place, stage in enumerate(task.stages)}
    functions = sorted(
        (v.function for v in verdicts if v.outcome == "accepted"),
        key=lambda f: (order[f.stage], f.name),
    )
    return FunctionBase(
        task=task.name,
        functions=tuple(functions),
        digest=digest(task.name, *(f.digest for f in functions)),
    )


def _read(function: Function, task: TaskSpec) -> Verdict:
    """Run the gates that only read, up to the first that rejects."""
    from ldc.check.rules import rules  # LibCST takes a while to import

    start = perf_counter()
    findings: tuple[Finding, ...] = ()
    for gate in (source_gate, policy, rules, spec):
        findings += tuple(islice(gate(function, task), MOST_FINDINGS))
        if _rejecting(findings):
            break
    return _verdict(function, findings, seconds=perf_counter() - start)


def _typed(verdict: Verdict, findings: tuple[Finding, ...]) -> Verdict:
    """Add what mypy says; its time is shared by all, and not counted."""
    told = (*verdict.findings, *findings)
    return _verdict(verdict.function, told, seconds=verdict.seconds)


def _tried(
    verdict: Verdict, task: TaskSpec, states: Sequence[Any], examples: int, seed: int
) -> Verdict:
    """Run the gates that call the function, up to the first that rejects."""
    if verdict.outcome != "accepted":
        return verdict
    start = perf_counter()
    function = verdict.function
    inmates = (function, *read_properties(function, task=task))
    findings: tuple[Finding, ...] = ()
    reports: tuple[Report, ...] = ()
    tried, untried = 0, True
    try:
        with Jail(task, inmates) as jail, Jail(task, inmates, hash_seed=1) as other:
            trial = Trial(jail, states, examples, seed)
            findings = tuple(shown_examples(function, trial))
            if not findings:
                reports = tuple(dynamic(function, task, trial, other))
            if not findings and not reports:
                reports = tuple(properties(function, task, trial))
            tried, untried = trial.tried, trial.starved
    except CallFailed as failed:
        what = f"no-answer: {failed.what}"
        findings = (finding(function, "LDC101", 1, what, failed.mend),)
    except JailError as error:
        what = f"not-tried: {error.what}"
        findings = (finding(function, "LDC109", 1, what, error.mend),)
        return replace(verdict, outcome="not_shown", findings=findings)
    findings += tuple(report.finding for report in reports)
    told = _verdict(
        function,
        (*verdict.findings, *findings),
        seconds=verdict.seconds + perf_counter() - start,
        counterexamples=tuple(report.counterexample for report in reports),
        examples=tried,
    )
    if told.outcome == "accepted" and untried:
        lacking = finding(
            function,
            "LDC405",
            1,
            "no-inputs: for a property, no arguments could be drawn to try it on",
            "loosen the types, or record states in which it can be called",
        )
        return replace(told, outcome="not_shown", findings=(*told.findings, lacking))
    return told


def _demand_rejected(plant: Verdict, origin: Verdict) -> None:
    """Raise when a bad function passed where the good one that it was made of did."""
    if origin.outcome == "accepted" and plant.outcome != "rejected":
        raise LdcError(
            f"ldc check {plant.function.task}",
            f"a bad function, planted in {plant.function.name!r}, was not rejected",
            "do not use these verdicts; delete .ldc, and run `ldc doctor`",
        )


def _verdict(
    function: Function,
    findings: tuple[Finding, ...],
    *,
    seconds: float = 0.0,
    counterexamples: tuple[Counterexample, ...] = (),
    examples: int = 0,
) -> Verdict:
    return Verdict(
        function=function,
        outcome="rejected" if _rejecting(findings) else "accepted",
        findings=findings,
        counterexamples=counterexamples,
        mutants_killed=0,
        mutants_total=0,
        examples=examples,
        seconds=seconds,
    )


def _rejecting(findings: Sequence[Finding]) -> bool:
    return any(finding.code not in WARNINGS for finding in findings)


def _plant(function: Function) -> Function:
    """Return the function with a property that cannot hold, for the gates to find."""
    head = ", ".join(map(str, function.signature.parameters))
    call = ", ".join(f"{p.name}={p.name}" for p in function.signature.parameters)
    source = (
        f"{function.source.rstrip()}\n\n\ndef always_planted({head}) -> bool:\n"
        f"    return {function.name}({call}) != {function.name}({call})\n"
    )
    return replace(
        function, source=source, digest=digest(function.task, function.stage, source)
    )
