"""Commands that need no student: new, author, check, constrain, show, rule."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ldc import store
from ldc.cli.options import (
    DONE,
    REJECTED,
    Json,
    ProjectFolder,
    Seed,
    Task,
    TaskOrFunction,
    app,
    print_json,
)
from ldc.errors import LdcError

if TYPE_CHECKING:
    from ldc.ir import Verdict


@app.command()
def new(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Of the new task.")],
    origin: Annotated[
        str, typer.Option("--from", help="The built-in task to copy.")
    ] = "blackjack",
    project: ProjectFolder = None,
    json: Json = False,
) -> None:
    """Copy a built-in task into your project, to make it your own.

    Example: `ldc new whist --from blackjack`
    """
    from ldc.new import new_task

    folders = [store.shown(made) for made in new_task(name, origin, project)]
    if json:
        print_json({"task": name, "folders": folders})
    else:
        print(f"made {' and '.join(folders)}; edit them, then: ldc check {name}")


@app.command()
def author(task: Task, project: ProjectFolder = None, json: Json = False) -> None:
    """List the functions that were written, stage by stage, and who wrote them.

    Example: `ldc author pursuit`
    """
    from ldc import build

    told = build.origins(build.open_job(task, project))
    if json:
        rows = [
            {"function": f.name, "stage": f.stage, "origin": origin}
            for f, origin in told
        ]
        print_json({"functions": rows})
        return
    for function, origin in told:
        print(f"{function.stage}/{function.name}: {function.summary} ({origin})")


@app.command()
def check(
    name: TaskOrFunction,
    project: ProjectFolder = None,
    seed: Seed = 0,
    json: Json = False,
) -> None:
    """Check functions: rules, types, properties; cheap checks first.

    Example: `ldc check pursuit/leave_out`
    """
    from ldc import build

    verdicts = build.check_stage(build.open_job(name, project), seed=seed)
    rejected = [v for v in verdicts if v.outcome != "accepted"]
    if json:
        print_json(
            {
                "task": name.partition("/")[0],
                "accepted": len(verdicts) - len(rejected),
                "functions": [_verdict(verdict) for verdict in verdicts],
            }
        )
    else:
        for verdict in verdicts:
            for finding in verdict.findings:
                print(f"{finding}\n")
        for outcome in ("accepted", "rejected", "not_shown"):
            names = [v.function.name for v in verdicts if v.outcome == outcome]
            if names:
                print(f"{len(names)} {outcome.replace('_', ' ')}: {', '.join(names)}")
    raise typer.Exit(REJECTED if rejected else DONE)


@app.command()
def constrain(task: Task, project: ProjectFolder = None, json: Json = False) -> None:
    """Make the grammar of a task from its accepted functions.

    Example: `ldc constrain pursuit`
    """
    from ldc import build

    base, grammar, file = build.constrain_stage(build.open_job(task, project))
    if json:
        print_json(
            {
                "task": task,
                "file": store.shown(file),
                "base": base.digest,
                "functions": [function.name for function in base.functions],
            }
        )
    else:
        size = len(grammar.text.splitlines())
        print(f"{store.shown(file)}: {size} lines from {base}")


@app.command()
def show(
    name: TaskOrFunction, project: ProjectFolder = None, json: Json = False
) -> None:
    """Show one function: its manual, where it is from, its verdict, its grammar line.

    Example: `ldc show pursuit/leave_out`
    """
    from ldc import build, sheet

    job = build.open_job(name, project)
    if not job.only:
        raise LdcError(
            "ldc show",
            f"{name!r} names no function",
            f"add one: ldc show {name}/{build.author_stage(job)[0].name}",
        )
    page = sheet.show(job)
    if json:
        print_json(
            _verdict(page.verdict)
            | {
                "manual": page.manual,
                "origin": page.origin,
                "production": page.production,
            }
        )
        return
    function, verdict = page.verdict.function, page.verdict
    print(f"{function}\n\n{page.manual}\n\n{function.path}, {page.origin}")
    print(f"{verdict.outcome.replace('_', ' ')} on {verdict.examples} inputs")
    for finding in verdict.findings:
        print(finding)
    print(page.production or "not in the grammar")


@app.command()
def rule(
    code: Annotated[str, typer.Argument(metavar="CODE", help="As in a finding.")],
    json: Json = False,
) -> None:
    """Print the page of a rule: what it refuses, why, and how to mend it.

    Example: `ldc rule LDC301`
    """
    from ldc import sheet

    page = sheet.rule_page(code)
    if json:
        print_json({"code": code.upper(), "page": page})
    else:
        print(page)


def _verdict(verdict: "Verdict") -> dict[str, Any]:
    function = verdict.function
    return {
        "function": function.name,
        "stage": function.stage,
        "signature": str(function),
        "condition": function.condition,
        "outcome": verdict.outcome,
        "findings": [asdict(finding) for finding in verdict.findings],
        "counterexamples": [asdict(c) for c in verdict.counterexamples],
        "examples": verdict.examples,
        "seconds": round(verdict.seconds, 3),
        "cached": verdict.cached,
    }
