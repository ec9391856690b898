"""Commands about checking: check, show, rule; what they print is a format's matter."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from ldc.cli.options import (
    DONE,
    REJECTED,
    AllowWeakJail,
    Json,
    ProjectFolder,
    Seed,
    TaskOrFunction,
    app,
    print_json,
)
from ldc.errors import LdcError

if TYPE_CHECKING:
    from pathlib import Path

    from ldc.ir import Verdict
    from ldc.job import Job


@app.command()
def check(
    name: Annotated[
        str,
        typer.Argument(
            metavar="[TASK[/FUNCTION]]",
            help="A task, or one of its functions; without it, all of the project.",
            show_default=False,
        ),
    ] = "",
    format: Annotated[
        str,
        typer.Option(
            "--format", metavar="FORMAT", help="text, json, github, sarif or junit."
        ),
    ] = "text",
    only: Annotated[
        str,
        typer.Option(
            "--only", metavar="GATE", help="Ask one gate alone.", show_default=False
        ),
    ] = "",
    fix: Annotated[
        bool, typer.Option("--fix", help="First mend what can be mended safely.")
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Check again at every change of a file.")
    ] = False,
    ray: Annotated[
        str,
        typer.Option(
            "--ray",
            metavar="ADDRESS",
            help="Work on a Ray cluster: its address, or `local`.",
            show_default=False,
        ),
    ] = "",
    allow_weak_jail: AllowWeakJail = False,
    project: ProjectFolder = None,
    seed: Seed = 0,
    json: Json = False,
) -> None:
    """Check functions by all gates, cheap ones first, and say what to mend.

    Example: `ldc check pursuit/leave_out`
    """
    from ldc import base
    from ldc.check.formats import known_format
    from ldc.check.settings import known_gate
    from ldc.job import jobs_of, open_job

    form = known_format("json" if json else format)
    known_gate(only)
    jobs = [open_job(name, project)] if name else [*jobs_of(project)]
    if fix:
        for file in (file for job in jobs for file in base.mend_stage(job)):
            print(f"mended {file}", file=sys.stderr)
    if watch:
        if len(jobs) > 1 or json or format != "text":
            raise LdcError(
                "ldc check --watch",
                "watches one task, and answers in text",
                f"name it, and no format: ldc check {jobs[0].task.name} --watch",
            )
        _watch(jobs[0], seed, only)
        raise typer.Exit(DONE)
    verdicts = [
        _seen_from_here(verdict, job.project.root)
        for job in jobs
        for verdict in base.check_stage(job, seed=seed, only=only, ray=ray)
    ]
    print(form(verdicts), end="")
    accepted = all(verdict.outcome == "accepted" for verdict in verdicts)
    raise typer.Exit(DONE if accepted else REJECTED)


@app.command()
def show(
    name: TaskOrFunction, project: ProjectFolder = None, json: Json = False
) -> None:
    """Show the proof sheet of one function: what it is, and what was tried on it.

    Example: `ldc show pursuit/leave_out`
    """
    from ldc import sheet
    from ldc.job import open_job

    job = open_job(name, project)
    if not job.only:
        raise LdcError(
            "ldc show",
            f"{name!r} names no function",
            f"add one: ldc show {name}/{_first(job)}",
        )
    page = sheet.show(job)
    if json:
        print_json(sheet.as_json(page))
        return
    from ldc.cli.sheet import print_sheet

    print_sheet(page)


@app.command()
def rule(
    code: Annotated[
        str,
        typer.Argument(
            metavar="[CODE]",
            help="As in a finding; without it, all are listed.",
            show_default=False,
        ),
    ] = "",
    json: Json = False,
) -> None:
    """Print the page of a rule: what it refuses, why, and how to mend it.

    Example: `ldc rule LDC301`
    """
    from ldc.check.rulebook import ORDER, entry_of, rulebook

    fields = ("code", "name", "summary", "gate")
    if code:
        entry = entry_of(code)
        told = {field: getattr(entry, field) for field in (*fields, "page")}
        print_json(told) if json else print(entry.page)
        return
    book = rulebook()
    if json:
        print_json(
            {"rules": [{f: getattr(e, f) for f in fields} for e in book.values()]}
        )
        return
    for gate in ORDER:
        titles = [e.page.partition("\n")[0] for e in book.values() if e.gate == gate]
        print("\n  ".join([gate, *titles]))


def _first(job: "Job") -> str:
    """Return the name of a function, or of a file that ought to be one."""
    from ldc import base

    functions, unread = base.read_stage(job)
    return [*(f.name for f in functions), *(u.name for u in unread)][0]


def _seen_from_here(verdict: "Verdict", root: "Path") -> "Verdict":
    """Name files as they lie below the working directory, with `--project` too."""
    from dataclasses import replace
    from pathlib import Path

    here = Path.cwd()
    if root == here or not root.is_relative_to(here):
        return verdict
    below = root.relative_to(here).as_posix()

    def named(path: str) -> str:
        return f"{below}/{path}"

    return replace(
        verdict,
        function=replace(verdict.function, path=named(verdict.function.path)),
        findings=tuple(replace(f, path=named(f.path)) for f in verdict.findings),
    )


def _watch(job: "Job", seed: int, only: str) -> None:
    from ldc import base
    from ldc.check.watch import watch

    def say(what: str) -> None:
        print(what, flush=True)

    watch(
        lambda: base.check_stage(job, seed=seed, only=only),
        job.project.base_folder(job.task.name),
        _package_of(job),
        say,
    )


def _package_of(job: "Job") -> "Path":
    """Return the folder of the task's trusted code."""
    from pathlib import Path

    module = sys.modules[job.task.state_module]
    return Path(str(module.__file__)).parent
