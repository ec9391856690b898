"""Stage 2: gates, cheap ones first; only what passes all of them enters a base."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ldc import store
from ldc.author.meaning import meaning_of
from ldc.author.source import Unread
from ldc.check.cluster import Cluster
from ldc.check.recorded import keep_states, read_states
from ldc.check.regressions import keep_regressions, read_regressions
from ldc.check.settings import Settings, known_gate
from ldc.check.twins import with_twins
from ldc.check.verdicts import (
    drawing_ground,
    ground_of,
    keep_verdict,
    key_of,
    read_verdict,
)
from ldc.errors import LdcError
from ldc.ir import Function, FunctionBase, Signature, TaskSpec, Verdict, digest

__all__ = ["Cluster", "Settings", "admit", "check", "keep_states", "read_states"]

DEFAULT = Settings()


def check(
    task: TaskSpec,
    functions: Sequence[Function],
    *,
    root: Path,
    unread: Sequence[Unread] = (),
    states: Sequence[Any] = (),
    settings: Settings = DEFAULT,
    planted: bool = True,
    folder: Path | None = None,
    cluster: Cluster | None = None,
) -> tuple[Verdict, ...]:
    """Return a verdict for each file that holds no function, then for each function.

    The gates are source, policy, rules, spec, types, dynamic, properties, mutants,
    held-out; the first that finds a fault is the last to run for its function. Nothing
    of a function is executed outside the jail, and nothing before the policy has passed
    it.

    Args:
        task: What the functions are for.
        functions: What the author wrote.
        unread: Files that could not be read as functions; they are rejected.
        root: The project; verdicts are kept in `.ldc/verdicts` there.
        states: Recorded states to try functions on, beside those made by type.
        settings: The dials.
        planted: Whether a bad function is checked too, which must be rejected.
        folder: Where counterexamples are kept and read; nowhere without it.
        cluster: Machines to work on; without it, the cores of this one.

    Raises:
        LdcError: The planted function was accepted, so the verdicts mean nothing; or a
            process was killed.
        StoreError: `.ldc` or the counterexamples cannot be written.
        TaskError: One of the task's own properties raised.
    """
    known_gate(settings.only)
    ground = ground_of(task, states, settings)
    name = digest(store.canonical(ground))
    known = read_regressions(folder) if folder else {}
    keys = {f.digest: key_of(f, name, known.get(f.name, ())) for f in functions}
    kept = {f.digest: read_verdict(root, keys[f.digest], f) for f in functions}
    fresh = [f for f in functions if kept[f.digest] is None]

    made: dict[str, Verdict] = {}
    new: dict[str, Sequence[Mapping[str, Any]]] = {}
    if fresh:
        from ldc.check.hearing import hear  # all that tries a function, and its jail
        from ldc.check.pool import Pool

        inputs = store.workspace(root, task.name, "inputs")
        pool = Pool(task, states, settings, inputs, drawing_ground(ground))
        by_digest = {f.digest: f for f in functions}
        for dossier in hear(fresh, pool, root, known, planted, cluster):
            function = by_digest[dossier.function.digest]
            made[function.digest] = replace(dossier.verdict(), function=function)
            keep_verdict(root, keys[function.digest], made[function.digest], ground)
            new[function.name] = dossier.regressions
    if folder and any(new.values()):
        keep_regressions(folder, known, new)
    judged = with_twins([kept[f.digest] or made[f.digest] for f in functions])
    return (*(_refused(task, one) for one in unread), *judged)


def admit(
    task: TaskSpec, verdicts: Sequence[Verdict], *, whole: bool = False
) -> FunctionBase:
    """Return the base of all accepted functions.

    Args:
        task: Gives the order of the stages.
        verdicts: From `check`, with all gates.
        whole: Whether every function must be accepted.

    Raises:
        LdcError: With `whole`, a function was not accepted.
    """
    left_out = [v for v in verdicts if not _passed(v)]
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
        (v.function for v in verdicts if _passed(v)),
        key=lambda f: (order[f.stage], f.name),
    )
    return FunctionBase(
        task=task.name,
        functions=tuple(functions),
        # Of what callers meet: another property does not make a policy unfit.
        digest=digest(task.name, *(f"{f.stage} {meaning_of(f)}" for f in functions)),
    )


def _passed(verdict: Verdict) -> bool:
    """Say whether every gate was asked, and passed it."""
    passed = all(status == "pass" for _, status in verdict.gates)
    return verdict.outcome == "accepted" and passed


def _refused(task: TaskSpec, unread: Unread) -> Verdict:
    """Return the verdict on a file that holds no function: there is nothing to try."""
    nothing = Function(
        name=unread.name,
        task=task.name,
        stage=unread.stage,
        signature=Signature(parameters=(), returns=None, spelled="None"),
        summary="",
        condition="",
        source="",
        path=unread.path,
        digest="",
    )
    return Verdict(function=nothing, outcome="rejected", findings=(unread.finding,))
