"""The command author: lists who wrote what, or lets a teacher write."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ldc.cli.options import (
    DONE,
    REJECTED,
    Json,
    ProjectFolder,
    Seed,
    Task,
    app,
    print_json,
)
from ldc.errors import LdcError

if TYPE_CHECKING:
    from ldc.job import Job
    from ldc.write.run import Means, Plan


@app.command()
def author(
    task: Task,
    teacher_url: Annotated[
        str,
        typer.Option(
            "--teacher-url",
            metavar="URL",
            help="An OpenAI-compatible server; its key is in LDC_TEACHER_KEY.",
            show_default=False,
        ),
    ] = "",
    teacher_model: Annotated[
        str,
        typer.Option(
            "--teacher-model", metavar="MODEL", help="Its name.", show_default=False
        ),
    ] = "",
    offline: Annotated[
        bool, typer.Option("--offline", help="Repeat the recorded run; ask nobody.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what a run would ask and cost.")
    ] = False,
    rounds: Annotated[
        int, typer.Option("--rounds", min=1, help="Times to come back to a function.")
    ] = 4,
    draws: Annotated[
        int,
        typer.Option(
            "--draws", min=1, help="Texts in a round, of a function and of its check."
        ),
    ] = 4,
    functions: Annotated[
        int,
        typer.Option(
            "--functions", min=0, help="For each stage; 0 for one for every fact."
        ),
    ] = 0,
    counterexamples: Annotated[
        bool, typer.Option(help="Tell the teacher the calls that failed.")
    ] = True,
    temperature: Annotated[
        float, typer.Option("--temperature", min=0, max=2, help="Of the first texts.")
    ] = 0.2,
    max_calls: Annotated[
        int | None,
        typer.Option("--max-calls", min=0, help="Stop there.", show_default=False),
    ] = None,
    max_cost: Annotated[
        float | None,
        typer.Option(
            "--max-cost", min=0, help="Stop before, in dollars.", show_default=False
        ),
    ] = None,
    price: Annotated[
        str,
        typer.Option(
            "--price",
            metavar="READ/WRITTEN",
            help="Dollars for a million tokens: 0.15/0.60.",
            show_default=False,
        ),
    ] = "",
    parallel: Annotated[
        int, typer.Option("--parallel", min=1, help="Calls in flight at once.")
    ] = 4,
    timeout: Annotated[
        float, typer.Option("--timeout", min=1, help="Seconds for one reply.")
    ] = 600.0,
    into: Annotated[
        Path | None,
        typer.Option(
            "--into",
            metavar="FOLDER",
            help="The project that is written into; else `taught` in yours.",
            show_default=False,
        ),
    ] = None,
    project: ProjectFolder = None,
    seed: Seed = 0,
    json: Json = False,
) -> None:
    """Let a teacher write functions, checked and repaired; without one, list them.

    Example: `ldc author pursuit --offline`
    """
    from ldc.job import open_job

    job = open_job(task, project)
    if not (teacher_url or offline or dry_run):
        _list(job, json)
        return
    from ldc.write.run import Means, Plan

    if max_cost is not None and not price:
        raise LdcError(
            "--max-cost",
            "a cost cannot be counted without a price",
            "add --price READ/WRITTEN, in dollars for a million tokens",
        )
    if teacher_url and not teacher_model:
        raise LdcError(
            "--teacher-url", "no model is named", "add --teacher-model MODEL"
        )
    plan = Plan(
        model=teacher_model,
        rounds=rounds,
        draws=draws,
        most=functions,
        counterexamples=counterexamples,
        temperature=temperature,
        seed=seed,
    )
    means = Means(
        url="" if offline else teacher_url,
        parallel=parallel,
        timeout=timeout,
        price=price_of(price),
        max_calls=float("inf") if max_calls is None else max_calls,
        max_cost=float("inf") if max_cost is None else max_cost,
    )
    _write(job, plan if teacher_model else None, means, into, dry=dry_run, json=json)


def _write(
    job: "Job",
    plan: "Plan | None",
    means: "Means",
    into: Path | None,
    *,
    dry: bool,
    json: bool,
) -> None:
    from ldc.write.run import Run

    run = Run(job, plan, into)
    if dry:
        told = run.forecast(means.price)
        print_json(told) if json else _print_forecast(told)
        return
    told = run.go(means, lambda what: print(what, file=sys.stderr, flush=True))
    print_json(told) if json else _print_summary(told)
    same = bool(means.url) or told["same_digest"] is not False
    raise typer.Exit(DONE if same and not told["stopped"] else REJECTED)


def _list(job: "Job", json: bool) -> None:
    """List the functions that are there, stage by stage, and who wrote them."""
    from ldc import sheet

    told = sheet.origins(job)
    if json:
        rows = [
            {"function": f.name, "stage": f.stage, "origin": origin}
            for f, origin in told
        ]
        print_json({"functions": rows})
        return
    for function, origin in told:
        print(f"{function.stage}/{function.name}: {function.summary} ({origin})")


def _print_forecast(told: dict[str, Any]) -> None:
    calls, cost = told["calls"], told["cost"]
    print("\n".join(told["functions"]))
    print(
        f"{told['asked']} functions: {calls['least']} to {calls['most']} calls, "
        f"{told['recorded']} recorded; {cost['least']} to {cost['most']} dollars"
    )


def _print_summary(told: dict[str, Any]) -> None:
    for row in told["functions"]:
        mark = f"accepted in round {row['rounds']}" if row["accepted"] else "gave up"
        print(f"{row['stage']}/{row['name']}: {mark} ({row['condition']})")
        for change in row["changes"]:
            print(f"  {change}")
    tokens = told["tokens"]
    print(
        f"{told['accepted']} of {told['asked']} accepted, {told['gave_up']} given up; "
        f"{tokens['read']} tokens read, {tokens['written']} written, "
        f"{told['calls']} calls ({told['asked_now']} now), {told['cost']} dollars"
    )
    if told["gave_up"]:
        print(f"set aside with the evidence: {told['set_aside']}")
    if told["stopped"]:
        print(f"stopped by {told['stopped']}; run it again to go on")
    if told["same_digest"] is False:
        print(f"not the base that is recorded: {told['digest']}")


def price_of(text: str) -> tuple[float, float]:
    """Return dollars for a million tokens, read and written; "" is free.

    Raises:
        LdcError: It is not READ/WRITTEN.
    """
    try:
        read, written = (float(part) for part in text.split("/")) if text else (0, 0)
    except ValueError as error:
        raise LdcError(
            "--price", f"{text!r} is not READ/WRITTEN", "write it like 0.15/0.60"
        ) from error
    return read, written
