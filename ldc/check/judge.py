"""Asks the gates about one function: those that read, then those that call it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from time import perf_counter
from typing import Any

from ldc.author.source import read_properties
from ldc.check.dossier import Dossier
from ldc.check.dynamic import dynamic
from ldc.check.dynamic import examples as shown_examples
from ldc.check.findings import finding
from ldc.check.held_out import held_out
from ldc.check.mutants import mutants
from ldc.check.policy import policy
from ldc.check.pool import Pool
from ldc.check.properties import properties, unreached
from ldc.check.settings import READING, TRYING, Settings
from ldc.check.source_gate import source_gate
from ldc.check.spec import said, spec
from ldc.check.teeth import toothless
from ldc.check.trial import Report, Trial, types_of
from ldc.errors import JailError, SourceError
from ldc.ir import Finding, Function, TaskSpec, digest
from ldc.jail import CallFailed, Lab, Raised, WeakJail
from ldc.jail.values import NoCodec

Reading = Callable[[Function, TaskSpec], Iterable[Finding]]


def read(function: Function, task: TaskSpec, settings: Settings) -> Dossier:
    """Ask the gates that only read, but for types, up to the first that rejects."""
    from ldc.check.rules import rules  # LibCST takes a while to import

    start = perf_counter()
    dossier = Dossier(function, settings)
    gates: Sequence[Reading] = (source_gate, policy, rules, spec)
    for name, gate in zip(READING, gates, strict=False):
        if settings.runs(name):
            try:
                dossier.add(name, gate(function, task))
            except RecursionError:
                dossier.add(name, [_too_deep(function)])
        if dossier.rejected:
            break
    dossier.seconds = perf_counter() - start
    return dossier


def attempt(
    dossier: Dossier, pool: Pool, regressions: Sequence[Mapping[str, Any]]
) -> Dossier:
    """Ask the gates that call the function, up to the first that rejects."""
    settings, function = dossier.settings, dossier.function
    if dossier.stopped or not any(map(settings.runs, TRYING)):
        return dossier
    start = perf_counter()
    first = next(gate for gate in TRYING if settings.runs(gate))
    try:
        inmates = (function, *read_properties(function, task=pool.task))
        with (
            Lab(pool.task, inmates) as lab,
            Lab(pool.task, inmates, hash_seed=1) as other,
        ):
            lab.start()
            if settings.runs("dynamic"):
                other.start()
            trial = Trial(lab, pool, regressions, shrinks=not dossier.planted)
            _ask(dossier, trial, other)
    except SourceError as error:  # of a property; `spec` says the same, when asked
        dossier.add(first, [said(function, error)])
    except CallFailed as failed:
        what = f"no-answer: {failed.what}"
        dossier.add(first, [finding(function, "LDC101", 1, what, failed.mend)])
    except WeakJail:
        raise  # not this function's matter
    except (JailError, NoCodec) as error:
        what, mend = str(error), "use closed types"
        if isinstance(error, JailError):
            what, mend = error.what, error.mend
        left = (g for g in TRYING if settings.runs(g) and g not in dossier.statuses)
        seen = finding(function, "LDC109", 1, f"not-tried: {what}", mend)
        dossier.stop(next(left, first), seen)
    dossier.seconds += perf_counter() - start
    return dossier


def _ask(dossier: Dossier, trial: Trial, other: Lab) -> None:
    function, task, settings = dossier.function, trial.pool.task, dossier.settings
    types = types_of(function)

    def file(gate: str, reports: Iterable[Report]) -> None:
        for report in reports:
            dossier.add(gate, [report.finding])
            dossier.counterexamples.append(report.counterexample)
            dossier.regressions.append(report.regression)
        dossier.add(gate, ())

    if settings.runs("dynamic"):
        dossier.add("dynamic", shown_examples(function, trial))
        if not dossier.stopped:
            outcomes = trial.batch(function, trial.inputs(types))
            file("dynamic", dynamic(function, trial, outcomes, other))
    if settings.runs("properties") and not dossier.stopped:
        file("properties", properties(function, task, trial))
        if not dossier.stopped and not trial.starved:
            dossier.add("properties", toothless(function, task, trial))
            _cover(dossier, trial)
    if settings.runs("mutants") and not dossier.stopped and not trial.starved:
        dossier.add("mutants", mutants(function, task, trial, dossier))
    if settings.runs("held-out") and not dossier.stopped and not trial.starved:
        dossier.add("held-out", held_out(function, task, trial))
    if trial.starved and not dossier.stopped:
        asked = (gate for gate in TRYING[::-1] if gate in dossier.statuses)
        dossier.add(next(asked), [_starved(function)])
    dossier.examples = trial.tried


def _cover(dossier: Dossier, trial: Trial) -> None:
    """Call it on many inputs; look where the calls went, and what they came to."""
    function, types = dossier.function, types_of(dossier.function)
    answers = trial.batch(function, trial.pool.inputs(types, "large"))
    measure = trial.lab.measure()
    missed = [w.line for i, w in enumerate(measure.ways) if i not in measure.reached]
    dossier.branches, dossier.unreached = len(measure.ways), tuple(missed)
    dossier.microseconds = round(measure.microseconds, 2)
    told = [a.what if isinstance(a, Raised) else repr(a.value) for a in answers]
    dossier.behaviour = digest(*told)
    dossier.add("properties", unreached(function, measure))


def _too_deep(function: Function) -> Finding:
    what = "foreign-syntax: a part is nested too deep to be read"
    return finding(function, "LDC010", 1, what, "give its parts names")


def _starved(function: Function) -> Finding:
    return finding(
        function,
        "LDC405",
        1,
        "no-inputs: no arguments could be drawn to try it, or a property of it, on",
        "loosen the types, or record states in which it can be called",
    )
