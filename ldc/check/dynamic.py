"""Gate 6, dynamic: every call answers, with the exact type, and always the same."""

from collections.abc import Iterator, Sequence

from ldc.check.examples import read_examples
from ldc.check.findings import finding, line_of
from ldc.check.trial import Report, Trial, own, types_of
from ldc.ir import Finding, Function
from ldc.jail import Jail, Raised, Returned

FAULTS = {
    "raised": ("LDC101", "no-answer", "return a value that fits for this input too"),
    "misfit": ("LDC102", "wrong-result", "return exactly the declared type"),
    "late": ("LDC105", "late-answer", "bound the work of a call"),
    "died": ("LDC106", "dead-worker", "bound the memory and the depth of the work"),
    "hostile": ("LDC106", "dead-worker", "a function only returns"),
    "skipped": ("LDC106", "dead-worker", "bound the memory and the depth of the work"),
    "argument": ("LDC101", "no-answer", "take arguments of closed types"),
}
"""Fault of a call -> code, name, how to mend it."""


def examples(function: Function, trial: Trial) -> Iterator[Finding]:
    """Yield the examples of the manual that come out differently, or not at all."""
    for example in read_examples(function):
        outcome = trial.lab.show(function.name, example.expression)
        if isinstance(outcome, Raised):
            code, name, mend = FAULTS[outcome.fault]
            what = f"{name}: {example.expression}: {outcome.what}"
            yield finding(function, code, example.line, what, mend)
            return  # each might cost another second, or another worker
        if f"{outcome.value}\n" != example.want:
            yield finding(
                function,
                "LDC108",
                example.line,
                f"wrong-example: {example.expression} gives {outcome.value}, "
                f"not {example.want.strip()}",
                "correct the example, or the function",
            )


def dynamic(
    function: Function,
    trial: Trial,
    outcomes: Sequence[Returned | Raised],
    other: Jail,
) -> Iterator[Report]:
    """Yield one report for the first input that fails.

    Args:
        function: The function.
        trial: Its jail.
        outcomes: What it made of the shown inputs.
        other: A fresh jail with another hash seed, where the inputs come in reverse.
    """
    types = types_of(function)
    inputs = trial.inputs(types)
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
                trial.shrink(types, function, arguments, outcome),
                mend=mend,
                property=name,
            )
            return
    calls = [own(function, arguments) for arguments in inputs]
    again = other.batch(function.name, calls[::-1])[::-1]
    for arguments, once, twice in zip(inputs, outcomes, again, strict=True):
        if repr(once) != repr(twice):
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


def _said(outcome: Returned | Raised) -> str:
    return outcome.what if isinstance(outcome, Raised) else repr(outcome.value)
