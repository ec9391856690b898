"""The commands score and report: all players side by side; the card of a policy."""

from json import loads
from typing import TYPE_CHECKING, Annotated

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
from ldc.cli.runtime import (
    BackendOption,
    KindOption,
    ModelOption,
    RetrieverOption,
    ServedOption,
    ServerOption,
    runtime_of,
)

if TYPE_CHECKING:
    from pathlib import Path

    from ldc.score import Report

WIDE = 136
"""Columns that the score table needs; a narrower terminal breaks its lines itself."""


@app.command()
def score(
    task: Task,
    demo: Demo = False,
    episodes: Annotated[
        int, typer.Option("--episodes", min=0, help="0: as the budget says.")
    ] = 0,
    retriever: RetrieverOption = "bm25",
    backend: BackendOption = "transformers",
    model: ModelOption = "",
    server: ServerOption = "",
    server_kind: KindOption = "llama.cpp",
    served_model: ServedOption = "",
    allow_weak_jail: AllowWeakJail = False,
    project: ProjectFolder = None,
    seed: Seed = 0,
    json: Json = False,
) -> None:
    """Let all players play the same held-out seeds; finished episodes are kept.

    Example: `ldc score pursuit --demo`
    """
    from ldc import build

    job = build.open_job(task, project)
    report, page = build.score_stage(
        job,
        demo=demo,
        seed=seed,
        say=say,
        retriever=retriever,
        episodes=episodes,
        runtime=runtime_of(backend, model, server, server_kind, served_model),
    )
    print_report(report, page, json)


@app.command()
def report(task: Task, project: ProjectFolder = None) -> None:
    """Show the model card of the task's policy: data, digests, scores.

    Example: `ldc report pursuit`
    """
    from rich.console import Console
    from rich.markdown import Markdown

    from ldc import build

    console = Console()
    console.width = max(console.width, WIDE)
    console.print(Markdown(build.card(build.open_job(task, project))))


def print_report(report: "Report", page: "Path", json: bool) -> None:
    """Print the score table, or its JSON object, and where the replay lies."""
    from rich.console import Console

    from ldc.score import as_json, table

    if json:
        scores = loads(as_json(report.scores))
        print_json({"scores": scores, "replay": store.shown(page)})
        return
    console = Console()
    console.width = max(console.width, WIDE)
    console.print(table(report.scores))
    print(f"replay: {store.shown(page)}")
