"""Runs the stages that make a function base: author, check, constrain."""

import os
from functools import partial
from pathlib import Path

from ldc import author, check, store, tasks
from ldc.author.source import Unread
from ldc.errors import TaskError, did_you_mean
from ldc.ir import Function, FunctionBase, Grammar, Verdict
from ldc.job import Job


def author_stage(job: Job) -> tuple[Function, ...]:
    """Return the functions that were written, all or the one that was asked for.

    Raises:
        SourceError: A file that is not one well-formed public function.
        TaskError: There are none, or none of that name.
    """
    folder = job.project.base_folder(job.task.name)
    functions = author.author(job.task, folder, folder.parent.parent)
    _demand_known(job, folder, [function.name for function in functions])
    return tuple(f for f in functions if job.only in ("", f.name))


def check_stage(
    job: Job, *, seed: int = 0, only: str = "", ray: str = ""
) -> tuple[Verdict, ...]:
    """Return a verdict for each function, kept ones where nothing changed.

    Args:
        job: Task and project.
        seed: Draws the same inputs again.
        only: One gate, to be asked alone; empty for all.
        ray: Address of a Ray cluster to work on; empty for this machine's cores.

    Raises:
        LdcError: As `author_stage` and `ldc.check.check`.
    """
    folder = job.project.base_folder(job.task.name)
    load = partial(tasks.load, job.task.name, job.project.root)
    store.hide_workspaces(job.project.root)
    # Else Hypothesis makes a folder of its own beside the user's files.
    kept = job.project.root / ".ldc" / "hypothesis"
    os.environ.setdefault("HYPOTHESIS_STORAGE_DIRECTORY", str(kept))
    functions, unread = read_stage(job)
    return check.check(
        job.task,
        functions,
        unread=unread,
        root=job.project.root,
        states=check.read_states(job.task, folder),
        settings=check.Settings(seed=seed, only=only),
        folder=folder if folder.is_relative_to(job.project.root) else None,
        cluster=check.Cluster(address=ray, load=load) if ray else None,
    )


def mend_stage(job: Job) -> tuple[str, ...]:
    """Mend what can be mended safely in the job's files; return those that changed.

    Raises:
        TaskError: The functions are not the project's own.
        LdcError: As `author_stage`, or a file cannot be written.
    """
    folder = job.project.base_folder(job.task.name)
    if not folder.is_relative_to(job.project.root):
        raise TaskError(
            store.shown(folder),
            "comes with ldc, and is not yours to mend",
            f"copy it: ldc new NAME --from {job.task.name}",
        )
    from ldc.check.fix import mended  # LibCST takes a while to import

    changed = []
    functions, _ = read_stage(job)
    for function in functions:
        text = mended(function, job.task)
        if text != function.source:
            store.write_text(job.project.own(function.path), text)
            changed.append(function.path)
    return tuple(changed)


def constrain_stage(job: Job) -> tuple[FunctionBase, Grammar, Path]:
    """Make the grammar of the accepted functions, check it, and write it.

    Raises:
        LdcError: A function is not accepted, or has a type without a grammar.
    """
    from ldc import constrain  # the mask engine takes a while to import

    base = check.admit(job.task, check_stage(job), whole=True)
    grammar = constrain.compile_grammar(job.task, base)
    constrain.verify(job.task, base)
    file = job.project.own("grammars", f"{job.task.name}.lark")
    if not file.is_file() or store.read_text(file) != grammar.text:
        store.write_text(file, grammar.text)
    return base, grammar, file


def read_stage(job: Job) -> tuple[tuple[Function, ...], tuple[Unread, ...]]:
    """Return the functions of the job, and its files that hold none.

    Raises:
        TaskError: There is neither, or none of the name that was asked for.
    """
    folder = job.project.base_folder(job.task.name)
    heads = job.project.workspace(job.task.name, "heads.json")
    functions, unread = author.read(job.task, folder, folder.parent.parent, heads)
    names = [*(f.name for f in functions), *(u.name for u in unread)]
    _demand_known(job, folder, names)
    return (
        tuple(f for f in functions if job.only in ("", f.name)),
        tuple(u for u in unread if job.only in ("", u.name)),
    )


def _demand_known(job: Job, folder: Path, names: list[str]) -> None:
    """Raise when there are no functions, or none of the name that was asked for."""
    if not names:
        raise TaskError(
            store.shown(folder),
            f"task {job.task.name!r} has no functions",
            f"write one: {store.shown(folder / job.task.stages[0].name)}/<name>.py",
        )
    if job.only and job.only not in names:
        raise TaskError(
            f"{job.task.name}/{job.only}",
            f"task {job.task.name!r} has no function {job.only!r}",
            did_you_mean(job.only, names),
        )
