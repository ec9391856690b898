"""Gate 8, mutants: small wrong versions, which the examples and properties must tell.

What is judged is not the function but what stands in its file about it: a property that
no wrong version fails shows nothing.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from ldc.author.source import read_properties
from ldc.check.dossier import Dossier
from ldc.check.examples import read_examples
from ldc.check.findings import SHOWN, finding, line_of
from ldc.check.inputs import Arguments
from ldc.check.mutants.diff import diff
from ldc.check.mutants.make import Mutant, make
from ldc.check.pool import Kind
from ldc.check.properties import fails_for, result_of, types_for
from ldc.check.trial import Trial, own, spelled, types_of
from ldc.ir import Finding, Function, Survivor, TaskSpec
from ldc.jail import Returned, Tested
from ldc.jail.values import codec


def mutants(
    function: Function, task: TaskSpec, trial: Trial, dossier: Dossier
) -> Iterator[Finding]:
    """Yield one finding when too many mutants survive; the counts go to the dossier.

    Those that the shown inputs do not tell are tried on many more. One that answers
    there as the function does counts as equivalent to it, and not at all.
    """
    made = make(function)
    alive = [m for m, t in _tried(made, "shown", function, task, trial) if not t.killed]
    left = [*_tried(alive, "large", function, task, trial)] if alive else []
    different = [(m, t) for m, t in left if not t.killed and t.differing]
    equivalent = sum(not t.killed and not t.differing for _, t in left)

    dossier.mutants = len(made) - equivalent
    dossier.killed = dossier.mutants - len(different)
    calls = trial.inputs(types_of(function), "large") if different else []
    dossier.survivors = tuple(
        _survivor(function, mutant, tested, calls, trial)
        for mutant, tested in different
    )
    wanted = dossier.settings.killed
    if dossier.mutants and dossier.killed < wanted * dossier.mutants:
        told = "".join(f"\n{survivor_text(s)}" for s in dossier.survivors[:SHOWN])
        yield finding(
            function,
            "LDC501",
            line_of(function, function.name),
            f"surviving-mutants: {dossier.killed} of {dossier.mutants} wrong versions "
            f"are told from the function, {wanted:.0%} are needed{told}",
            "which property is missing? Say what the result is in another way, or "
            "delete what makes no difference",
        )


def survivor_text(survivor: Survivor) -> str:
    """Return a survivor for people: the diff, and a call that shows the difference."""
    lines = [f"line {survivor.line}", *survivor.diff.splitlines()]
    lines.append(f"for {survivor.arguments}")
    lines.append(f"returns {survivor.returned}, not {survivor.instead}")
    return "\n".join(f"  {line}" for line in lines)


def _tried(
    made: Sequence[Mutant],
    kind: Kind,
    function: Function,
    task: TaskSpec,
    trial: Trial,
) -> Iterator[tuple[Mutant, Tested]]:
    """Yield what became of each mutant; the task's properties are asked out here."""
    types = types_of(function)
    calls = trial.inputs(types, kind)
    tested = trial.lab.versions(
        function.name,
        [(mutant.defines, mutant.code) for mutant in made],
        examples=[(e.expression, e.want) for e in read_examples(function)],
        properties={
            p.name: [own(p, row) for row in trial.inputs(types_of(p), kind)]
            for p in read_properties(function, task=task)
        },
        calls=[own(function, row) for row in calls],
    )
    decode = codec(function.signature.returns).decode
    asked = [
        holds
        for holds in task.properties.get(result_of(function, task), ())
        if types_for(holds, function, task).keys() == types.keys()
    ]
    for mutant, one in zip(made, tested, strict=True):
        by = _killer(function, task, asked, calls, one, decode)
        yield mutant, Tested(killed=by, differing=()) if by else one


def _killer(
    function: Function,
    task: TaskSpec,
    asked: Sequence[Callable[..., bool]],
    calls: Sequence[Arguments],
    tested: Tested,
    decode: Callable[[Any], Any],
) -> str:
    """Return the property of the task that a version's differing answers fail."""
    for place, data in tested.differing:
        answer = Returned(decode(data))
        for holds in asked:
            if fails_for(holds, function, task, calls[place], answer):
                return holds.__name__
    return tested.killed


def _survivor(
    function: Function,
    mutant: Mutant,
    tested: Tested,
    calls: Sequence[Arguments],
    trial: Trial,
) -> Survivor:
    # The call that reads best: where nothing else matters, the shortest.
    place, data = min(tested.differing, key=lambda pair: len(spelled(calls[pair[0]])))
    arguments: Mapping[str, Any] = own(function, calls[place])
    (outcome,) = trial.batch(function, [calls[place]])
    instead = outcome.value if isinstance(outcome, Returned) else outcome.what
    return Survivor(
        line=mutant.line,
        diff=diff(function, mutant),
        arguments=spelled(arguments),
        returned=repr(codec(function.signature.returns).decode(data)),
        instead=repr(instead),
    )
