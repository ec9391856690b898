"""The command that writes a task's calls for other engines: export."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ldc import store
from ldc.cli.options import Json, ProjectFolder, app, print_json
from ldc.errors import LdcError

if TYPE_CHECKING:
    from ldc.job import Job


Form = Literal["lark", "gbnf", "xgrammar", "json-schema", "openai-tools", "gguf"]


@app.command()
def export(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="TASK",
            help="Name of a task; nothing with --tools.",
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        Form | None,
        typer.Option("--format", help="What to write.", show_default=False),
    ] = None,
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
    tools: Annotated[
        Path | None,
        typer.Option(
            "--tools", help="Function definitions in JSON Schema, instead of a task."
        ),
    ] = None,
    bounds: Annotated[
        str,
        typer.Option(
            "--bounds",
            help="With --tools, for what a schema leaves open: text=64,high=9999; "
            "none refuses it.",
        ),
    ] = "",
    state: Annotated[
        Path | None,
        typer.Option(
            "--state",
            help="A state in JSON: the text offers what is there, a line for each "
            "object that has a turn.",
            show_default=False,
        ),
    ] = None,
    project: ProjectFolder = None,
    json: Json = False,
) -> None:
    """Write a task's calls as a grammar or a schema, or its student as a GGUF file.

    Example: `ldc export pursuit --format gbnf --stage route`
    """
    names = words or []
    if len(names) == 2 and names[0] == "gguf" and form is None:
        form = "gguf"  # `ldc export gguf TASK`
        del names[0]
    if form is None or len(names) != (tools is None):
        mend = "ldc export TASK --format gbnf, or ldc export --tools FILE --format gbnf"
        raise LdcError("ldc export", "it needs one task or file, and a format", mend)
    if state is not None and (tools is not None or form == "gguf"):
        what = "--state says nothing to tools or weights"
        raise LdcError("ldc export", what, "leave it out, or export a task's calls")
    if tools is not None:
        told = {"tools": store.shown(tools), "format": form}
        _hand_over(_tools_text(tools, form, bounds), told, output, json)
        return
    from ldc import check
    from ldc.base import check_stage
    from ldc.constrain.export import ALL_STATES, export_task
    from ldc.job import open_job
    from ldc.states import state_of_json

    job = open_job(names[0], project)
    if form == "gguf":
        _write_gguf(job, output or Path(f"{job.task.name}.gguf"), dtype, json)
        return
    there: object = ALL_STATES
    if state is not None:
        there = state_of_json(job.task, store.read_json(state), store.shown(state))
    base = check.admit(job.task, check_stage(job), whole=True)
    text = export_task(job.task, base, form, stage, there)
    told = {"task": names[0], "format": form, "stage": stage}
    _hand_over(text, told, output, json)


def _tools_text(file: Path, form: Form, bounds: str) -> str:
    """Return the functions that a file defines, in a format."""
    from ldc.constrain.export import export_heads
    from ldc.constrain.schema import read_bounds, tools_of

    if form == "gguf":
        raise LdcError("ldc export", "tools have no weights", "name a task instead")
    made = tools_of(
        store.read_json(file), None if bounds == "none" else read_bounds(bounds)
    )
    return export_heads(made.heads, form, made.manuals)


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
