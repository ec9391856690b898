"""The app, the arguments that commands share, and the one JSON object they print."""

import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from ldc import store

DONE, REJECTED, WRONG, STOPPED = 0, 1, 2, 130
"""Exit codes; the last is what shells say of Ctrl-C."""

app = typer.Typer(
    name="ldc",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)

Task = Annotated[str, typer.Argument(metavar="TASK", help="Name of a task.")]
TaskOrFunction = Annotated[
    str,
    typer.Argument(metavar="TASK[/FUNCTION]", help="A task, or one of its functions."),
]
ProjectFolder = Annotated[
    Path | None,
    typer.Option(
        "--project",
        help="Folder that holds `ldc.toml`; else the nearest one upwards.",
        show_default=False,
    ),
]
Json = Annotated[
    bool, typer.Option("--json", help="Print one JSON object and nothing else.")
]
Seed = Annotated[int, typer.Option("--seed", help="Draws the same again.")]
Demo = Annotated[
    bool, typer.Option("--demo", help="The small budget, apart from the full build.")
]


def _allow(weak: bool) -> bool:
    """Tell the jails of this process, and of those that it starts."""
    if weak:
        from ldc.jail.host import WEAK  # the jail takes a while to import

        os.environ[WEAK] = "1"
    return weak


AllowWeakJail = Annotated[
    bool,
    typer.Option(
        "--allow-weak-jail",
        help="Run functions also where the kernel's wall cannot stand.",
        callback=_allow,
    ),
]


def say(what: str) -> None:
    """Tell on the error stream what begins."""
    print(f"ldc: {what}", file=sys.stderr, flush=True)


def print_json(value: dict[str, Any]) -> None:
    """Print the one JSON object of a command."""
    print(store.canonical(value))
