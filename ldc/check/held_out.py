"""Gate 9, held-out: what no author was shown holds too.

A table of the visible examples passes every gate before. So a function is tried on
inputs that were never shown, and on the task's held-out properties; what fails is told
without its input, since the next text would only have one more line in the table.
"""

from collections.abc import Iterator

from ldc.author.source import read_properties
from ldc.check.findings import finding, line_of
from ldc.check.properties import fails_for, result_of, types_for
from ldc.check.trial import Trial, types_of
from ldc.ir import Finding, Function, TaskSpec
from ldc.jail import Raised, Returned


def held_out(function: Function, task: TaskSpec, trial: Trial) -> Iterator[Finding]:
    """Yield a finding for each thing that does not hold."""
    result = result_of(function, task)
    outcomes = trial.batch(function, trial.inputs(types_of(function), "held out"))
    if any(isinstance(outcome, Raised) for outcome in outcomes):
        yield _seen(function, f"{function.name} does not answer")
    for own in read_properties(function, task=task):
        told = trial.batch(own, trial.inputs(types_of(own), "held out"))
        if any(outcome != Returned(True) for outcome in told):
            yield _seen(function, f"{own.name} does not hold")
    known = task.properties.get(result, ())
    for holds in (*known, *task.held_out.get(result, ())):
        inputs = trial.inputs(types_for(holds, function, task), "held out")
        answers = trial.batch(function, inputs)
        if any(
            fails_for(holds, function, task, arguments, answer)
            for arguments, answer in zip(inputs, answers, strict=True)
        ):
            name = holds.__name__ if holds in known else f"a property of {result}"
            yield _seen(function, f"{name} does not hold")


def _seen(function: Function, what: str) -> Finding:
    return finding(
        function,
        "LDC601",
        line_of(function, function.name),
        f"held-out: {what} for inputs that are kept back",
        "write what is meant for all inputs, not for those that were shown",
    )
