"""Commands that need no student and no verdict in words: new, constrain."""

from typing import Annotated

import typer

from ldc import store
from ldc.cli.options import Json, ProjectFolder, Task, app, print_json


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
def constrain(task: Task, project: ProjectFolder = None, json: Json = False) -> None:
    """Make the grammar of a task from its accepted functions.

    Example: `ldc constrain pursuit`
    """
    from ldc.base import constrain_stage
    from ldc.job import open_job

    base, grammar, file = constrain_stage(open_job(task, project))
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
