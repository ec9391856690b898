"""Gate 7, properties: what must hold does, for every drawn input; the task's too.

Inputs are drawn out here, the calls run in the jail in one batch, and the answers are
judged out here. Only a failure is tried call by call, to make it small.
"""

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from ldc.author.source import read_properties
from ldc.check.findings import finding, line_of
from ldc.check.inputs import Arguments, ask, named
from ldc.check.trial import Report, Trial, types_of
from ldc.ir import Finding, Function, TaskSpec
from ldc.jail import Measure, Raised, Returned
from ldc.turns import result_name, result_type

Holds = Callable[..., bool]


def properties(function: Function, task: TaskSpec, trial: Trial) -> Iterator[Report]:
    """Yield one report for each property that fails."""
    for own in read_properties(function, task=task):
        yield from _own(function, own, trial)
    result = result_of(function, task)
    for holds in task.properties.get(result, ()):
        yield from _of_the_task(function, holds, task, trial)


def unreached(function: Function, measure: Measure) -> Iterator[Finding]:
    """Yield the branches of a function that no input went into."""
    for number, way in enumerate(measure.ways):
        if number not in measure.reached:
            yield finding(
                function,
                "LDC407",
                way.line,
                f"unreached-branch: {way.what}, for no input that was drawn",
                "delete the branch, or make the states that reach it likelier: record "
                "play, or bound the types closer",
            )


def result_of(function: Function, task: TaskSpec) -> str:
    """Return the name of what a function's stage makes."""
    return next(result_name(s) for s in task.stages if s.name == function.stage)


def types_for(holds: Holds, function: Function, task: TaskSpec) -> Mapping[str, Any]:
    """Return the types to draw for a property of the task: of the call, and earlier."""
    wanted = dict(types_of(function))
    for stage in task.stages:
        if stage.result in named(holds) and stage.result != result_of(function, task):
            wanted.setdefault(stage.result, result_type(stage))
    return wanted


def fails_for(
    holds: Holds,
    function: Function,
    task: TaskSpec,
    arguments: Arguments,
    outcome: Returned | Raised,
) -> bool:
    """Say whether a property of the task fails for what a call came to."""
    if isinstance(outcome, Raised):
        return False  # told by the dynamic gate
    values = {**arguments, result_of(function, task): outcome.value}
    return not ask(holds, values, task)


def _own(function: Function, own: Function, trial: Trial) -> Iterator[Report]:
    """Try a property of the file; it is as untrusted as the function."""
    types = types_of(own)
    inputs = trial.inputs(types)
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
            trial.shrink(types, own, arguments, outcome),
            mend="correct the property: it returns a bool for every input",
            property=own.name,
        )
        return
    small = trial.smallest(
        types, lambda a: trial.batch(own, [a]) == [Returned(False)], arguments
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
    function: Function, holds: Holds, task: TaskSpec, trial: Trial
) -> Iterator[Report]:
    """Try a property that the task demands of every function of the stage."""
    types = types_for(holds, function, task)
    inputs = trial.inputs(types)
    outcomes = trial.batch(function, inputs)

    def fails(arguments: Arguments, outcome: Returned | Raised) -> bool:
        return fails_for(holds, function, task, arguments, outcome)

    failed = _first(inputs, outcomes, fails)
    if failed is None:
        return
    small = trial.smallest(
        types, lambda a: fails(a, trial.batch(function, [a])[0]), failed
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
