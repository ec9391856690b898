"""The command that writes a task's calls for other engines: export."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ldc import store
from ldc.cli.options import Json, ProjectFolder, Task, app, print_json

if TYPE_CHECKING:
    from ldc.job import Job


@app.command()
def export(
    task: Task,
    form: Annotated[
        Literal["lark", "gbnf", "xgrammar", "json-schema", "openai-tools", "gguf"],
        typer.Option("--format", help="What to write."),
    ],
    stage: Annotated[
        str, typer.Option("--stage", help="One stage's call; else a whole step.")
    ] = "",
    output: Annotated[
        Path | None,
        typer.Option("--output", help="File to write; else stdout, or TASK.gguf."),
    ] = None,
    dtype: Annotated[
        Literal["bf16", "f16", "f32", "q8_0"],
        typer.Option("--dtype", help="Of the weights in a GGUF file."),
    ] = "bf16",
    project: ProjectFolder = None,
    json: Json = False,
) -> None:
    """Write a task's calls as a grammar or a schema, or its student as a GGUF file.

    Example: `ldc export pursuit --format gbnf --stage route`
    """
    from ldc import check
    from ldc.base import check_stage
    from ldc.constrain.export import export_task
    from ldc.job import open_job

    job = open_job(task, project)
    if form == "gguf":
        _write_gguf(job, output or Path(f"{job.task.name}.gguf"), dtype, json)
        return
    base = check.admit(job.task, check_stage(job), whole=True)
    text = export_task(job.task, base, form, stage)
    told = {"task": task, "format": form, "stage": stage}
    _hand_over(text, told, output, json)


def _write_gguf(
    job: "Job", file: Path, dtype: Literal["bf16", "f16", "f32", "q8_0"], json: bool
) -> None:
    """Write the fine-tuned student, and print where."""
    from ldc import build

    build.export_stage(job, file, dtype)
    shown = store.shown(file)
    told = {"task": job.task.name, "format": "gguf", "dtype": dtype, "file": shown}
    print_json(told) if json else print(shown)


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
