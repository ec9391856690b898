"""The options of `ldc play --emergencies`, and how an emergency is told."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from ldc.errors import LdcError

if TYPE_CHECKING:
    from ldc.emergency.games import Drill
    from ldc.emergency.office import Teaching
    from ldc.job import Job
    from ldc.play.recovery import Recovery

EmergenciesOption = Annotated[
    bool,
    typer.Option(
        "--emergencies", help="Ask a teacher for functions while the game runs."
    ),
]
ModeOption = Annotated[
    Literal["switch", "paper"],
    typer.Option(
        "--emergency-mode", help="Exchange the base, or append to what is retrieved."
    ),
]
WithoutOption = Annotated[
    str,
    typer.Option(
        "--without",
        metavar="NAME,...",
        help="Functions to hold back before the game.",
        show_default=False,
    ),
]
GapOption = Annotated[
    int, typer.Option("--gap", min=0, help="Steps that go on before help is in force.")
]
AskStageOption = Annotated[
    str,
    typer.Option(
        "--ask-stage",
        metavar="STAGE",
        help="Ask for a function of this stage alone.",
        show_default=False,
    ),
]
EnvOption = Annotated[
    list[str] | None,
    typer.Option(
        "--env",
        metavar="NAME=VALUE",
        help="Of the environment; the value as JSON, or a word.",
        show_default=False,
    ),
]
TeacherUrlOption = Annotated[
    str,
    typer.Option(
        "--teacher-url",
        metavar="URL",
        help="An OpenAI-compatible server; its key is in LDC_TEACHER_KEY.",
        show_default=False,
    ),
]
TeacherModelOption = Annotated[
    str,
    typer.Option(
        "--teacher-model", metavar="MODEL", help="Its name.", show_default=False
    ),
]
OfflineOption = Annotated[
    bool, typer.Option("--offline", help="Take recorded replies; ask nobody.")
]


def demand_fitting(
    emergencies: bool, given: tuple[object, ...], *, batch: int, keep_states: bool
) -> None:
    """Refuse options that would say nothing.

    Raises:
        LdcError: Options of emergencies without them, or others beside them.
    """
    if any(given) and not emergencies:
        what = "an option of emergencies is given, and they are off"
        raise LdcError("ldc play", what, "add --emergencies, or leave it out")
    if emergencies and (batch > 1 or keep_states):
        what = "does not go with --batch or --keep-states"
        raise LdcError("--emergencies", what, "leave those out")


def drill_of(
    mode: Literal["switch", "paper"], without: str, gap: int, env: list[str] | None
) -> "Drill":
    """Return the dials of a game with emergencies.

    Raises:
        LdcError: An option of the environment has no value.
    """
    from ldc.emergency.games import Drill

    return Drill(
        gap=gap,
        paper=mode == "paper",
        without=tuple(name for name in without.split(",") if name),
        options=dict(map(_option, env or ())),
    )


def teaching_of(
    job: "Job", url: str, model: str, stage: str, *, offline: bool
) -> "Teaching | None":
    """Return how a teacher is asked; None when none is named.

    A live one is recorded, so that `--offline` can repeat it.

    Raises:
        LdcError: There is an address without a model, no such stage, or offline no
            record.
    """
    from ldc.emergency.office import Teaching, keep_plan, recorded_plan
    from ldc.errors import did_you_mean
    from ldc.write.run import Means, Plan

    stages = [one.name for one in job.task.stages]
    if stage and stage not in stages:
        what = f"task {job.task.name!r} has no such stage"
        raise LdcError(f"--ask-stage {stage}", what, did_you_mean(stage, stages))
    if not (url or offline):
        return None
    if url and not model and not offline:
        mend = "add --teacher-model MODEL"
        raise LdcError("--teacher-url", "no model is named", mend)
    if offline:
        plan = Plan(model=model) if model else recorded_plan(job)
        return Teaching(plan=plan, means=Means(), stage=stage)
    plan = Plan(model=model)
    keep_plan(job, plan)
    return Teaching(plan=plan, means=Means(url=url), stage=stage)


def as_row(one: "Recovery") -> dict[str, Any]:
    """Return an emergency as JSON."""
    return asdict(one)


def as_line(one: "Recovery") -> str:
    """Return an emergency in a line, and what was wrong in lines below."""
    bill, names = one.bill, ", ".join(one.functions)
    told = f"  step {one.announced}: {one.news}: {one.outcome}"
    match one.outcome:
        case "known":
            return f"{told}, {names} is for it; nobody was asked"
        case "switched":
            told += f" at step {one.switched} to {names}"
            told += f", called in {one.called} of {one.shadowed} shadowed states"
        case _:
            told += f" {names}" if names else ""
    told += f"; {one.illegal_in_gap} illegal moves in the gap"
    if bill.calls:
        told += (
            f"; {bill.calls} calls ({bill.asked_now} now), "
            f"{bill.teacher_seconds:.0f} s of the teacher, "
            f"{bill.check_seconds:.0f} s of checks, "
            f"{bill.read} tokens read, {bill.written} written, {bill.cost} dollars"
        )
    shown = [why.partition("\n")[0] for why in one.why]
    return "\n    ".join([told, *shown])


def _option(text: str) -> tuple[str, Any]:
    name, equals, value = text.partition("=")
    if not (name and equals):
        mend = "write it like --env sudden=true"
        raise LdcError(f"--env {text}", "is not NAME=VALUE", mend)
    try:
        return name, json.loads(value)
    except ValueError:
        return name, value
