"""Finds tasks by name: the built-in ones, then those of the user's project."""

import importlib
import sys
import traceback
from pathlib import Path

from ldc.errors import LdcError, TaskError, did_you_mean
from ldc.ir import TaskSpec

HERE = Path(__file__).parent


def names(project: Path | None = None) -> list[str]:
    """Return the names of all tasks, sorted: built in, and in `project/tasks/`."""
    return sorted(_folders(HERE) | _theirs(project))


def load(name: str, project: Path | None = None) -> TaskSpec:
    """Return the task of that name.

    Args:
        name: A folder of `ldc/tasks/`, or of `tasks/` in the project.
        project: The project directory; it is put first on `sys.path`, because its
            task is imported as `tasks.<name>`.

    Raises:
        TaskError: No such task, two of that name, or one that cannot be imported
            or has no `TASK`.
    """
    built_in = name in _folders(HERE)
    theirs = name in _theirs(project)
    if built_in and theirs:
        raise TaskError(
            f"tasks/{name}",
            f"task {name!r} is built in, and the project has one of that name too",
            "rename the folder in the project",
        )
    if built_in:
        return _import(f"ldc.tasks.{name}", f"ldc/tasks/{name}/__init__.py")
    if not theirs or project is None:
        raise TaskError(
            "ldc", f"task {name!r} does not exist", did_you_mean(name, names(project))
        )
    _put_first(project)
    return _import(f"tasks.{name}", f"tasks/{name}/__init__.py")


def _theirs(project: Path | None) -> set[str]:
    return set() if project is None else _folders(project / "tasks")


def _folders(parent: Path) -> set[str]:
    """Return the packages in a folder; none when the folder is not there."""
    return {
        init.parent.name
        for init in parent.glob("*/__init__.py")
        if init.parent.name.isidentifier()
    }


def _put_first(project: Path) -> None:
    """Make `tasks` mean this project's, also after another one was loaded."""
    root = project.resolve()
    if str(root) in sys.path:
        sys.path.remove(str(root))
    sys.path.insert(0, str(root))
    loaded = {n: m for n, m in sys.modules.items() if n.split(".")[0] == "tasks"}
    files = [Path(m.__file__) for m in loaded.values() if m.__file__]
    if not all(file.is_relative_to(root / "tasks") for file in files):
        for known in loaded:
            del sys.modules[known]
    # A task that was written a moment ago is not in the finder's listing yet.
    importlib.invalidate_caches()


def _import(module: str, where: str) -> TaskSpec:
    try:
        task = getattr(importlib.import_module(module), "TASK", None)
    except LdcError:
        raise
    except Exception as error:  # a user's module may raise anything
        raise TaskError(
            _blame(error, module, where),
            f"task {module.split('.')[-1]!r} cannot be imported: "
            f"{type(error).__name__}: {error}",
            f"mend it until `python -c 'import {module}'` succeeds in the project",
        ) from error
    if not isinstance(task, TaskSpec):
        raise TaskError(
            where,
            f"TASK is {task!r}, not a TaskSpec",
            "end the file with TASK = TaskSpec(name=..., ...)",
        )
    return task


def _blame(error: Exception, module: str, where: str) -> str:
    """Return file:line of the task's own innermost frame, relative to its project."""
    if isinstance(error, SyntaxError) and error.filename:
        places = [(error.filename, error.lineno or 1)]
    else:
        frames = traceback.extract_tb(error.__traceback__)
        places = [(frame.filename, frame.lineno or 1) for frame in frames]
    folder = "/" + module.replace(".", "/") + "/"
    for filename, line in reversed(places):
        spelled = Path(filename).as_posix()
        if folder in spelled:
            return f"{folder[1:]}{spelled.split(folder)[-1]}:{line}"
    return where
