"""Commands that train the student: dataset, finetune, and build, which does it all."""

from typing import Annotated, Literal

import typer

from ldc import store
from ldc.cli.options import (
    AllowWeakJail,
    Demo,
    Json,
    ProjectFolder,
    Seed,
    Task,
    app,
    print_json,
    say,
)
from ldc.cli.score import print_report


@app.command()
def dataset(
    task: Task,
    demo: Demo = False,
    allow_weak_jail: AllowWeakJail = False,
    project: ProjectFolder = None,
    seed: Seed = 0,
    json: Json = False,
) -> None:
    """Make the training data: labelled states, worded, split by state.

    Example: `ldc dataset pursuit --demo`
    """
    from ldc import build

    made, folder = build.dataset_stage(
        build.open_job(task, project), demo=demo, seed=seed
    )
    counts = {s: len(getattr(made, s)) for s in ("train", "valid", "test")}
    if json:
        print_json({**counts, "digest": made.digest, "folder": store.shown(folder)})
    else:
        told = ", ".join(f"{count} {split}" for split, count in counts.items())
        print(f"{store.shown(folder)}: {told} ({made.digest})")


@app.command()
def finetune(
    task: Task,
    demo: Demo = False,
    loss: Annotated[
        Literal["branch", "full"],
        typer.Option("--loss", help="Branch tokens only, or every token."),
    ] = "branch",
    allow_weak_jail: AllowWeakJail = False,
    project: ProjectFolder = None,
    seed: Seed = 0,
    json: Json = False,
) -> None:
    """Fine-tune the student with LoRA; a killed run goes on from its last checkpoint.

    Example: `ldc finetune pursuit --demo`
    """
    from ldc import build

    job = build.open_job(task, project)
    policy, folder = build.finetune_stage(job, demo=demo, seed=seed, loss=loss)
    if json:
        print_json({"folder": store.shown(folder), "digests": dict(policy.digests)})
    else:
        print(f"{store.shown(folder)}: {policy.student} ({policy.revision})")


@app.command(name="build")
def build_all(
    task: Task,
    demo: Demo = False,
    allow_weak_jail: AllowWeakJail = False,
    project: ProjectFolder = None,
    seed: Seed = 0,
    json: Json = False,
) -> None:
    """Run all stages, from the function base to the score table; resumes.

    Example: `ldc build pursuit --demo`
    """
    from ldc import build

    job = build.open_job(task, project)
    report, page = build.build(job, demo=demo, seed=seed, say=say)
    print_report(report, page, json)
