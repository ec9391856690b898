"""Commands that train the student: dataset, finetune, and build, which does it all."""

from dataclasses import asdict
from json import loads
from typing import Annotated, Any, Literal

import typer

from ldc import store
from ldc.cli.labels import (
    LabelsOption,
    MaxCallsOption,
    MaxCostOption,
    PriceOption,
    TeacherOption,
    UrlOption,
    capped,
    labelling_of,
)
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
    labels: LabelsOption = "expert",
    teacher_url: UrlOption = "",
    teacher_model: TeacherOption = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what the teacher would be asked.")
    ] = False,
    max_calls: MaxCallsOption = None,
    max_cost: MaxCostOption = None,
    price: PriceOption = "",
    allow_weak_jail: AllowWeakJail = False,
    project: ProjectFolder = None,
    seed: Seed = 0,
    json: Json = False,
) -> None:
    """Make the training data: labelled states, worded, split by state.

    Example: `ldc dataset pursuit --demo`
    """
    from ldc import build

    given = (labels, teacher_url, teacher_model, max_calls, max_cost, price)
    labelling = labelling_of(*given, dry=dry_run)
    job = build.open_job(task, project)
    if dry_run:
        told = build.forecast(job, demo=demo, seed=seed, labelling=labelling)
        print_json(dict(told)) if json else _print_forecast(told)
        return
    with capped():
        made, folder, told = build.dataset_stage(
            job, demo=demo, seed=seed, labelling=labelling
        )
    counts = {s: len(getattr(made, s)) for s in ("train", "valid", "test")}
    if json:
        place = store.shown(folder)
        print_json({**counts, "digest": made.digest, "folder": place, "labels": told})
        return
    sizes = ", ".join(f"{count} {split}" for split, count in counts.items())
    print(f"{store.shown(folder)}: {sizes} ({made.digest})")
    if labels != "expert":
        _print_labels(labels, told)


@app.command()
def finetune(
    task: Task,
    demo: Demo = False,
    loss: Annotated[
        Literal["branch", "full"],
        typer.Option("--loss", help="Branch tokens only, or every token."),
    ] = "branch",
    labels: LabelsOption = "expert",
    teacher_url: UrlOption = "",
    teacher_model: TeacherOption = "",
    max_calls: MaxCallsOption = None,
    max_cost: MaxCostOption = None,
    price: PriceOption = "",
    allow_weak_jail: AllowWeakJail = False,
    project: ProjectFolder = None,
    seed: Seed = 0,
    json: Json = False,
) -> None:
    """Fine-tune the student with LoRA; a killed run goes on from its last checkpoint.

    Example: `ldc finetune pursuit --demo`
    """
    from ldc import build

    given = (labels, teacher_url, teacher_model, max_calls, max_cost, price)
    labelling, job = labelling_of(*given), build.open_job(task, project)
    with capped():
        policy, folder = build.finetune_stage(
            job, demo=demo, seed=seed, loss=loss, labelling=labelling
        )
    if json:
        print_json({"folder": store.shown(folder), "digests": dict(policy.digests)})
    else:
        print(f"{store.shown(folder)}: {policy.student} ({policy.revision})")


@app.command(name="build")
def build_all(
    task: Task,
    demo: Demo = False,
    rounds: Annotated[
        int, typer.Option("--rounds", min=1, help="Of DAgger; 1 for none.")
    ] = 1,
    labels: LabelsOption = "expert",
    teacher_url: UrlOption = "",
    teacher_model: TeacherOption = "",
    max_calls: MaxCallsOption = None,
    max_cost: MaxCostOption = None,
    price: PriceOption = "",
    allow_weak_jail: AllowWeakJail = False,
    project: ProjectFolder = None,
    seed: Seed = 0,
    json: Json = False,
) -> None:
    """Run all stages, from the function base to the score table; resumes.

    Example: `ldc build pursuit --demo --rounds 3`
    """
    from ldc import build

    given = (labels, teacher_url, teacher_model, max_calls, max_cost, price)
    labelling, job = labelling_of(*given), build.open_job(task, project)
    with capped():
        report, page, told = build.build(
            job, demo=demo, seed=seed, say=say, labelling=labelling, rounds=rounds
        )
    if not told:
        print_report(report, page, json)
        return
    from ldc.rounds.table import table
    from ldc.score import as_json

    rows = [asdict(one) for one in told]
    if json:
        scores = loads(as_json(report.scores))
        print_json({"scores": scores, "replay": store.shown(page), "rounds": rows})
        return
    print_report(report, page, json)
    print(table(rows), end="")


def _print_forecast(told: Any) -> None:
    tokens = told["tokens"]
    print(
        f"{told['calls']} calls, {told['recorded']} recorded; at most {tokens['read']} "
        f"tokens read, {tokens['written']} written, {told['cost']} dollars"
    )


def _print_labels(by: str, told: Any) -> None:
    """Print how far whoever labelled agrees with the expert, and where not."""
    share = told["agreement"]
    print(
        f"{by} and expert agree on {told['questions_agree']} of {told['questions']} "
        f"questions, {share['value']:.0%} [{share['low']:.0%}, {share['high']:.0%}]; "
        f"no legal call for {told['questions_without_call']}"
    )
    for row in told["differ"]:
        who = f" ({row['who']})" if row["who"] else ""
        reason = f" ({row['why']})" if row.get("why") else ""
        print(f"  {row['stage']}{who}: {row['facts']}")
        print(f"    expert: {row['expert']}")
        print(f"    {by}: {row['said'] or 'no legal call'}{reason}")
