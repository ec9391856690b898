"""The command teacher serve: a small teacher on this machine, by llama.cpp."""

from pathlib import Path
from typing import Annotated

import typer

from ldc.cli.options import app
from ldc.errors import TeacherError

teacher = typer.Typer(
    help="Run a teacher of your own.", no_args_is_help=True, rich_markup_mode="markdown"
)
app.add_typer(teacher, name="teacher")


@teacher.callback()
def _teacher() -> None:
    """Run a teacher of your own."""


@teacher.command()
def serve(
    model: Annotated[
        Path | None,
        typer.Option(
            "--model",
            metavar="FILE",
            help="A GGUF file; else Qwen2.5-Coder-1.5B, from its wheels.",
            show_default=False,
        ),
    ] = None,
    port: Annotated[int, typer.Option("--port", min=1, max=65535)] = 8000,
    context: Annotated[
        int, typer.Option("--context", min=512, help="Tokens that it can read.")
    ] = 8192,
) -> None:
    """Serve a teacher on this machine alone, in the protocol of OpenAI.

    Example: `ldc teacher serve`, then in another terminal
    `ldc author pursuit --teacher-url http://127.0.0.1:8000/v1
    --teacher-model qwen2.5-coder-1.5b-instruct-q4_k_m --parallel 1`
    """
    import os
    import sys
    from importlib.util import find_spec

    from ldc.author.weights import MODEL, weights

    if find_spec("llama_cpp") is None or find_spec("uvicorn") is None:
        raise TeacherError(
            "ldc teacher serve",
            "the server of llama.cpp is not installed",
            "pip install 'ldc[teacher-serve]'",
        )
    file = weights(model)
    name = model.stem if model else MODEL
    url = f"http://127.0.0.1:{port}/v1"
    print(f"--teacher-url {url} --teacher-model {name}", file=sys.stderr, flush=True)
    threads = str(len(os.sched_getaffinity(0)))
    options = {
        "model": str(file),
        "model_alias": name,
        "host": "127.0.0.1",
        "port": str(port),
        "n_ctx": str(context),
        "n_threads": threads,
        "n_threads_batch": threads,
        "verbose": "false",
    }
    spelled = [part for k, v in options.items() for part in (f"--{k}", v)]
    os.execv(sys.executable, [sys.executable, "-m", "llama_cpp.server", *spelled])
