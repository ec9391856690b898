"""Gate 6, dynamic: every call answers, with the exact type, and always the same."""

from collections.abc import Iterator

from ldc.check.examples import read_examples
from ldc.check.findings import finding, line_of
from ldc.check.inputs import arguments_of
from ldc.check.trial import Report, Trial
from ldc.ir import Finding, Function, TaskSpec
from ldc.jail import Jail, Raised, Returned

FAULTS = {
    "raised": ("LDC101", "no-answer", "return a value that fits for this input too"),
    "misfit": ("LDC102", "wrong-result", "return exactly the declared type"),
    "late": ("LDC105", "late-answer", "bound the work; a call has one second"),
    "died": ("LDC106", "dead-worker", "bound the memory and the depth of the work"),
    "hostile": ("LDC106", "dead-worker", "a function only returns"),
    "skipped": ("LDC106", "dead-worker", "bound the memory and the depth of the work"),
    "argument": ("LDC101", "no-answer", "take arguments of closed types"),
}
"""Fault of a call -> code, name, how to mend it."""


def examples(function: Function, trial: Trial) -> Iterator[Finding]:
    """Yield the examples of the manual that come out differently."""
    for example in read_examples(function):
        outcome = trial.show(function, example.expression)
        got = outcome.what if isinstance(outcome, Raised) else outcome.value
        if isinstance(outcome, Raised) or f"{got}\n" != example.want:
            yield finding(
                function,
                "LDC108",
                example.line,
                f"wrong-example: {example.expression} gives {got}, "
                f"not {example.want.strip()}",
                "correct the example, or the function",
            )


def dynamic(
    function: Function, task: TaskSpec, trial: Trial, other: Jail
) -> Iterator[Report]:
    """Yield one report for the first input that fails.

    Args:
        function: The function.
        task: The task.
        trial: Its jail.
        other: A fresh jail with another hash seed, where the inputs come in reverse.
    """
    wanted = {p.name: p.annotation for p in function.signature.parameters}
    strategy = arguments_of(task, wanted, trial.states)
    inputs = trial.draw(strategy)
    outcomes = trial.batch(function, inputs)
    line = line_of(function, function.name)
    for arguments, outcome in zip(inputs, outcomes, strict=True):
        if isinstance(outcome, Raised):
            code, name, mend = FAULTS[outcome.fault]
            yield trial.report(
                function,
                function,
                code,
                line,
                f"{name}: {function.name} does not return {function.signature.spelled}",
                trial.shrink(strategy, function, arguments, outcome),
                mend=mend,
                property=name,
            )
            return
    calls = [{name: a[name] for name in wanted} for a in inputs]
    again = other.batch(function.name, calls[::-1])[::-1]
    for arguments, once, twice in zip(inputs, outcomes, again, strict=True):
        if not _same(once, twice):
            yield trial.report(
                function,
                function,
                "LDC104",
                line,
                f"changed-answer: a second worker says {_said(twice)}",
                arguments,
                mend="do not depend on the order of a set, or on earlier calls",
                property="changed-answer",
            )
            return


def _same(once: Returned | Raised, twice: Returned | Raised) -> bool:
    return repr(once) == repr(twice)


def _said(outcome: Returned | Raised) -> str:
    return outcome.what if isinstance(outcome, Raised) else repr(outcome.value)
