"""Hears the functions that have no verdict yet, and the plant among them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ldc.check.cluster import Cluster, Errand, spread_far
from ldc.check.crew import spread
from ldc.check.dossier import Dossier
from ldc.check.judge import attempt, read
from ldc.check.pool import Pool
from ldc.check.trial import types_of
from ldc.check.types import types_gate
from ldc.errors import LdcError
from ldc.ir import Function, digest


def hear(
    functions: Sequence[Function],
    pool: Pool,
    root: Path,
    known: Mapping[str, Sequence[Mapping[str, Any]]],
    planted: bool,
    cluster: Cluster | None,
) -> Iterator[Dossier]:
    """Yield what the gates find, function by function, as soon as it is known.

    Args:
        functions: What has no verdict yet.
        pool: The task, and the inputs to try them on.
        root: The project.
        known: Function name -> arguments for which something once failed.
        planted: As of `ldc.check.check`.
        cluster: As of `ldc.check.check`.

    Raises:
        LdcError: As `ldc.check.check`.
    """
    settings, task = pool.settings, pool.task
    sound: list[Dossier] = []
    for dossier in spread(lambda f: read(f, task, settings), functions):
        if dossier.stopped:
            yield dossier
        else:
            sound.append(dossier)
    plants = [_plant(sound[0].function)] if sound and planted else []
    if settings.runs("types"):
        told = types_gate([dossier.function for dossier in sound], task, root)
        for dossier in sound:
            dossier.add("types", told[dossier.function.digest])
    _draw_ahead(sound, pool)

    # The plant comes second: the verdicts are void if it passes. Its fault is a
    # property, so that it needs one worker and no other gate.
    asked = replace(settings, only="properties")
    sound[1:1] = [Dossier(plant, asked, planted=True) for plant in plants]
    work = [(d, known.get(d.function.name, ())) for d in sound]
    tried = (
        spread_far(
            cluster,
            Errand(
                load=cluster.load,
                states=pool.recorded,
                settings=settings,
                folder=pool.folder,
                ground=pool.ground,
            ),
            work,
        )
        if cluster
        else spread(lambda one: attempt(one[0], pool, one[1]), work)
    )
    if plants:
        first = next(tried)
        _demand_rejected(next(tried), first)
        yield first
    yield from tried


def _draw_ahead(dossiers: Sequence[Dossier], pool: Pool) -> None:
    """Draw the states before the work is spread: else each process draws its own."""
    asked = [dossier.function for dossier in dossiers if not dossier.stopped]
    if asked:
        pool.inputs({}, "shown")
        pool.inputs({}, "held out")
    for function in asked:
        pool.read_ahead(types_of(function))


def _demand_rejected(plant: Dossier, origin: Dossier) -> None:
    """Raise when a bad function passed where the good one that it was made of did."""
    asked = origin.settings.runs("properties")
    if asked and not origin.rejected and not plant.rejected:
        raise LdcError(
            f"ldc check {plant.function.task}",
            f"a bad function, planted in {plant.function.name!r}, was not rejected",
            "do not use these verdicts; delete .ldc, and run `ldc doctor`",
        )


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
