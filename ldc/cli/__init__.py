"""The command line: arguments in, exit code out; the work is in `build`."""

import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from ldc import __version__, store
from ldc.cli import (
    author,
    base,
    check,
    doctor,
    export,
    play,
    score,
    serve,
    student,
    teacher,
)
from ldc.cli.options import DONE, STOPPED, WRONG, app
from ldc.errors import LdcError

__all__ = [
    "app",
    "author",
    "base",
    "check",
    "doctor",
    "export",
    "main",
    "play",
    "score",
    "serve",
    "student",
    "teacher",
]


def main() -> NoReturn:
    """Run the command of `sys.argv` and exit: the one place that handles errors."""
    try:
        with store.blamed(Path("ldc")):
            app()
    except LdcError as error:
        print(error, file=sys.stderr)
        sys.exit(WRONG)
    except SystemExit as stop:
        if stop.code == STOPPED:
            print("ldc: stopped; run it again to go on", file=sys.stderr)
        raise
    sys.exit(DONE)


@app.callback(invoke_without_command=True)
def ldc(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.")
    ] = False,
) -> None:
    """Distil a teacher's decision logic into verified functions and a small student.

    The stages, in order: author, check, constrain, dataset, finetune, play, score.
    """
    if version:
        print(__version__)
        raise typer.Exit(DONE)
