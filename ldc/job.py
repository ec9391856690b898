"""What a command works on: a task in a project, one function of it, or all tasks."""

from dataclasses import dataclass, replace
from pathlib import Path

from ldc import author, store, tasks
from ldc.author.ledger import RECORD
from ldc.author.reader import reader
from ldc.errors import TaskError
from ldc.ir import TaskSpec
from ldc.project import Project, find


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What a command works on: a task in a project."""

    project: Project
    task: TaskSpec
    only: str
    """Name of one function; empty for all."""


def open_job(name: str, project: Path | None) -> Job:
    """Return the job for `TASK` or `TASK/FUNCTION`.

    Args:
        name: As the user typed it.
        project: As in `ldc.project.find`.

    Raises:
        TaskError: No such task.
        StoreError: No such project.
    """
    found = find(project)
    named, _, only = name.partition("/")
    task = tasks.load(named, found.root)
    base = found.base_folder(named)
    if (base / RECORD).is_file():  # no expert knows what a teacher wrote
        expert = reader(task, lambda: author.author(task, base, base.parent.parent))
        task = replace(task, expert=expert)
    return Job(project=found, task=task, only=only)


def jobs_of(project: Path | None) -> tuple[Job, ...]:
    """Return a job for every task that has functions in the project.

    Raises:
        TaskError: There are none, or a folder of functions is no task's.
        StoreError: No such project.
    """
    found = find(project)
    base = found.own("function_base")
    tasks_there = sorted({f.parts[-3] for f in base.glob("*/*/*.py")})
    if not tasks_there:
        raise TaskError(
            store.shown(base),
            "there are no functions of your own here",
            f"name a task ({', '.join(tasks.names(found.root))}), or make one: "
            "ldc new NAME",
        )
    return tuple(open_job(name, found.root) for name in tasks_there)
