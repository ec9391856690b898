"""Gate 7, properties: what must hold does, for every drawn input; the task's too.

Inputs are drawn out here, the calls run in the jail in one batch, and the answers are
judged out here. Only a failure is tried call by call, to make it small.
"""

import inspect
from collections.abc import Callable, Iterator, Sequence

from ldc.author.source import read_properties
from ldc.check.findings import line_of
from ldc.check.inputs import Arguments, arguments_of, ask, named
from ldc.check.trial import Report, Trial
from ldc.ir import Function, TaskSpec
from ldc.jail import Raised, Returned


def properties(function: Function, task: TaskSpec, trial: Trial) -> Iterator[Report]:
    """Yield one report for each property that fails."""
    for own in read_properties(function, task=task):
        yield from _own(function, own, task, trial)
    result = next(s.result for s in task.stages if s.name == function.stage)
    for holds in task.properties.get(result, ()):
        yield from _of_the_task(function, holds, result, task, trial)


def _own(
    function: Function, own: Function, task: TaskSpec, trial: Trial
) -> Iterator[Report]:
    """Try a property of the file; it is as untrusted as the function."""
    wanted = {p.name: p.annotation for p in own.signature.parameters}
    strategy = arguments_of(task, wanted, trial.states)
    inputs = trial.draw(strategy)
    outcomes = trial.batch(own, inputs)
    failed = [
        (arguments, outcome)
        for arguments, outcome in zip(inputs, outcomes, strict=True)
        if outcome != Returned(True)
    ]
    if not failed:
        return
    arguments, outcome = failed[0]
    line = line_of(function, own.name)
    if isinstance(outcome, Raised):
        yield trial.report(
            function,
            own,
            "LDC404",
            line,
            f"{own.name} cannot be told",
            trial.shrink(strategy, own, arguments, outcome),
            mend="correct the property: it returns a bool for every input",
            property=own.name,
        )
        return
    small = trial.smallest(
        strategy, lambda a: trial.batch(own, [a]) == [Returned(False)], arguments
    )
    yield trial.report(
        function,
        function,
        "LDC401",
        line,
        f"{own.name} does not hold",
        small,
        mend="correct the function, or the property if it claims too much",
        property=own.name,
    )


def _of_the_task(
    function: Function,
    holds: Callable[..., bool],
    result: str,
    task: TaskSpec,
    trial: Trial,
) -> Iterator[Report]:
    """Try a property that the task demands of every function of the stage."""
    wanted = {p.name: p.annotation for p in function.signature.parameters}
    for stage in task.stages:
        if stage.result in named(holds) and stage.result != result:
            wanted.setdefault(stage.result, stage.returns)
    strategy = arguments_of(task, wanted, trial.states)
    inputs = trial.draw(strategy)
    outcomes = trial.batch(function, inputs)

    def fails(arguments: Arguments, outcome: Returned | Raised) -> bool:
        if isinstance(outcome, Raised):
            return False  # told by the dynamic gate
        values = {**arguments, result: outcome.value}
        return not ask(holds, values, task)

    failed = _first(inputs, outcomes, fails)
    if failed is None:
        return
    small = trial.smallest(
        strategy, lambda a: fails(a, trial.batch(function, [a])[0]), failed
    )
    yield trial.report(
        function,
        function,
        "LDC401",
        line_of(function, function.name),
        f"{holds.__name__} does not hold",
        small,
        mend=f"correct the function; the property is the task's: "
        f"{inspect.getdoc(holds) or holds.__name__}",
        property=holds.__name__,
    )


def _first(
    inputs: Sequence[Arguments],
    outcomes: Sequence[Returned | Raised],
    fails: Callable[[Arguments, Returned | Raised], bool],
) -> Arguments | None:
    pairs = zip(inputs, outcomes, strict=True)
    return next((arguments for arguments, o in pairs if fails(arguments, o)), None)
