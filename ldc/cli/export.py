"""The command that writes a task's calls for other engines: export."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from ldc import store
from ldc.cli.options import Json, ProjectFolder, Task, app, print_json


@app.command()
def export(
    task: Task,
    form: Annotated[
        Literal["lark", "gbnf", "xgrammar", "json-schema", "openai-tools"],
        typer.Option("--format", help="What to write."),
    ],
    stage: Annotated[
        str, typer.Option("--stage", help="One stage's call; else a whole step.")
    ] = "",
    output: Annotated[
        Path | None,
        typer.Option("--output", help="File to write; else stdout."),
    ] = None,
    project: ProjectFolder = None,
    json: Json = False,
) -> None:
    """Write a task's calls as a grammar or a schema that other engines take.

    Example: `ldc export pursuit --format gbnf --stage route`
    """
    from ldc import check
    from ldc.base import check_stage
    from ldc.constrain.export import export_task
    from ldc.job import open_job

    job = open_job(task, project)
    base = check.admit(job.task, check_stage(job), whole=True)
    text = export_task(job.task, base, form, stage)
    told = {"task": task, "format": form, "stage": stage}
    _hand_over(text, told, output, json)


def _hand_over(
    text: str, told: dict[str, str], output: Path | None, json: bool
) -> None:
    """Write or print the text; with `--json`, one object that names or holds it."""
    if output is None:
        print_json({**told, "text": text}) if json else print(text, end="")
        return
    store.write_text(output, text)
    shown = store.shown(output)
    print_json({**told, "file": shown}) if json else print(shown)
