"""Sends errands to a process beside the game, one at a time, and equal ones once."""

import multiprocessing
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from ldc import store
from ldc.author.ledger import FOLDER, RECORD
from ldc.author.source import read_function
from ldc.emergency.errand import Answer, Errand, run_errand
from ldc.errors import StoreError, TeacherError
from ldc.ir import Function
from ldc.job import Job
from ldc.play.emergencies import Help, Need, Promise
from ldc.write.run import Means, Plan
from ldc.write.taught import FOLDER as TAUGHT

EMERGENCIES = "emergencies"
"""Folder in the project that teachers write into: `taught/emergencies/<task>/`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Teaching:
    """How a teacher is asked in an emergency."""

    plan: Plan
    means: Means
    stage: str = ""
    """The only stage to ask for; "" for all that tell the news."""
    project: Path | None = None
    """As the user gave it; the other process finds the same."""


class Office:
    """Where help is sought; a context manager, so that its process ends.

    Args:
        job: Task and project.
        teaching: How to ask.
    """

    def __init__(self, job: Job, teaching: Teaching) -> None:
        self._job, self._teaching = job, teaching
        self._ledger = folder_of(job) / FOLDER
        self._asked: dict[Errand, Future[Answer]] = {}
        spawn = multiprocessing.get_context("spawn")
        self._process = ProcessPoolExecutor(1, spawn)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.shutdown(cancel_futures=True)

    def seek(self, need: Need, base: Sequence[Function]) -> Promise:
        """Begin an errand, and return what waits for its answer.

        An episode that comes to the same need finds the answer of the first.

        Args:
            need: News that no function is for.
            base: The functions that are there.
        """
        errand = Errand(
            task=self._job.task.name,
            project=self._teaching.project,
            told=need.told,
            condition=need.condition,
            there=tuple(function.name for function in base),
            stage=self._teaching.stage,
            plan=self._teaching.plan,
            means=self._teaching.means,
            ledger=self._ledger,
        )
        key = replace(errand, told=tuple((stage, "", True) for stage, *_ in need.told))
        new = key not in self._asked
        if new:
            self._asked[key] = self._process.submit(run_errand, errand)
        return lambda: self._help(self._asked[key].result(), new=new)

    def _help(self, answer: Answer, *, new: bool) -> Help:
        """Read the texts again: nothing but text crosses from the other process."""
        functions = tuple(
            read_function(source, task=self._job.task, stage=stage, path=path)
            for stage, path, source in answer.texts
        )
        for function in functions if new else ():
            place = ("emergencies", function.stage, f"{function.name}.py")
            file = self._job.project.workspace(function.task, *place)
            store.write_text(file, function.source)
        bill = answer.bill if new else replace(answer.bill, asked_now=0, cost_now=0.0)
        return Help(functions=functions, bill=bill, wrong=answer.wrong)


def folder_of(job: Job) -> Path:
    """Return where a task's emergencies are recorded."""
    return job.project.own(TAUGHT, EMERGENCIES, job.task.name)


def recorded_plan(job: Job) -> Plan:
    """Return how the teacher was asked when it was last asked live.

    Raises:
        TeacherError: It never was.
    """
    file = folder_of(job) / RECORD
    try:
        return Plan(**store.read_json(file)["plan"])
    except (StoreError, KeyError, TypeError) as error:
        raise TeacherError(
            store.shown(file),
            "no emergency of this task is recorded",
            f"ldc play {job.task.name} --emergencies --teacher-url URL "
            "--teacher-model MODEL",
        ) from error


def keep_plan(job: Job, plan: Plan) -> None:
    """Record how the teacher is asked.

    Raises:
        StoreError: The file cannot be written.
    """
    store.write_json(folder_of(job) / RECORD, {"plan": asdict(plan)})
