"""The command serve: decisions of the fine-tuned student over HTTP."""

import signal
from typing import Annotated

import typer

from ldc.cli.options import AllowWeakJail, ProjectFolder, Task, app, say
from ldc.cli.runtime import (
    BackendOption,
    KindOption,
    ModelOption,
    RetrieverOption,
    ServedOption,
    ServerOption,
    runtime_of,
)


@app.command()
def serve(
    task: Task,
    host: Annotated[
        str, typer.Option("--host", help="Address to listen at.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="0 for any free one.")
    ] = 8017,
    retriever: RetrieverOption = "bm25",
    backend: BackendOption = "transformers",
    model: ModelOption = "",
    server: ServerOption = "",
    server_kind: KindOption = "llama.cpp",
    served_model: ServedOption = "",
    allow_weak_jail: AllowWeakJail = False,
    project: ProjectFolder = None,
) -> None:
    """Answer `POST /decide` with the student's calls in a state; Ctrl-C ends it.

    Example: `ldc serve blackjack`
    """
    from ldc import build
    from ldc.serve import serve as listen

    runtime = runtime_of(backend, model, server, server_kind, served_model)
    job = build.open_job(task, project)
    kit = build.kit_of(job, demo=False, seed=0)
    folder = job.project.policy_folder(job.task.name)
    for ending in (signal.SIGINT, signal.SIGTERM):  # also behind a shell's `&`
        signal.signal(ending, signal.default_int_handler)
    listen(kit, folder, runtime, retriever, (host, port), say)
