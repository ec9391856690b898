"""Copies a built-in task into the user's project, under a new name, to be edited."""

import re
import shutil
from pathlib import Path

from ldc import author, project, store, tasks
from ldc.author.provenance import Origin, read_provenance, write_provenance
from ldc.errors import TaskError, did_you_mean
from ldc.project import Project

NAME = re.compile(r"[a-z][a-z0-9_]*")


def new_task(name: str, origin: str, given: Path | None) -> tuple[Path, Path]:
    """Copy a task's folder and its functions, and make them speak of the new name.

    Args:
        name: Of the new task; lower case, it becomes a Python package.
        origin: Name of a built-in task.
        given: What the user said with --project; without it, and outside any project,
            the working directory becomes one.

    Returns:
        The folders `tasks/<name>` and `function_base/<name>` of the project.

    Raises:
        TaskError: The name cannot be used, or there is no such task to copy.
        StoreError: The project cannot be written.
    """
    home = _home(given)
    if not NAME.fullmatch(name) or name in tasks.names(home.root):
        raise TaskError(
            "ldc new",
            f"a new task cannot be named {name!r}",
            "take lower-case letters, digits and _, and a name that is not used yet",
        )
    if origin not in tasks.names():
        raise TaskError(
            "ldc new",
            f"no built-in task {origin!r} to copy",
            did_you_mean(origin, tasks.names()),
        )
    trusted, base = home.own("tasks", name), home.own("function_base", name)
    origins = read_provenance(home.base_folder(origin))
    # The functions first: a task whose folder is there is a whole one.
    _copy(home.base_folder(origin), base, origin, name)
    _copy(Path(tasks.__file__).parent / origin, trusted, origin, name)
    functions = author.author(tasks.load(name, home.root), base, home.root)
    told = {f.name: origins[f.name].by for f in functions if f.name in origins}
    write_provenance(
        base,
        {
            f.name: Origin(by=told.get(f.name, "hand"), digest=f.digest)
            for f in functions
        },
    )
    return trusted, base


def _home(given: Path | None) -> Project:
    if given is None and not project.inside():
        store.write_text(Path.cwd() / project.MARKER, f"format = {project.FORMAT}\n")
    return project.find(given)


def _copy(source: Path, target: Path, origin: str, name: str) -> None:
    """Copy a folder; the modules of the task are called `tasks.<name>` in it."""
    with store.new_folder(target) as part:
        shutil.copytree(
            source,
            part,
            dirs_exist_ok=True,
            ignore=shutil.ignore_patterns("__pycache__"),
        )
        for file in part.rglob("*.py"):
            text = file.read_text("utf-8")
            text = text.replace(f"ldc.tasks.{origin}", f"tasks.{name}")
            text = text.replace(f'    name="{origin}"', f'    name="{name}"')
            file.write_text(text, "utf-8")
