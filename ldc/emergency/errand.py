"""Lets a teacher write for one piece of news, in a process of its own.

The game runs on meanwhile. A process, not a thread: the checks fork, and what forks
should hold no model and no other thread. What comes back is text, read again and judged
again (from the verdicts that were kept) by whoever plays.
"""

import shutil
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path

from ldc import author
from ldc.author.asking import Asking
from ldc.author.asks import Ask, Told, asks_of
from ldc.author.ledger import Ledger
from ldc.author.prompts import Manner, Prompts
from ldc.author.purse import Purse
from ldc.author.teacher import Teacher
from ldc.check.recorded import FILE as STATES
from ldc.errors import LdcError
from ldc.ir import TaskSpec
from ldc.job import open_job
from ldc.play.recovery import Bill
from ldc.render import Renderer
from ldc.write import Written, write
from ldc.write.desk import desk_for
from ldc.write.run import Means, Plan, shown_to, summary


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """What to ask a teacher for, and how; it crosses to the other process."""

    task: str
    project: Path | None
    """As in `ldc.project.find`."""
    told: tuple[Told, ...]
    """The facts of each stage where the news is told."""
    condition: str
    """The news, as functions say it behind "Use it when"."""
    there: tuple[str, ...]
    """Names of the functions that the game has."""
    stage: str
    """The only stage to ask for; "" for all that tell the news."""
    plan: Plan
    means: Means
    ledger: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came of an errand."""

    texts: tuple[tuple[str, str, str], ...]
    """(stage, path, source) of each function that the gates accepted."""
    bill: Bill
    wrong: tuple[str, ...]
    """Why there is no function, or why some were given up."""


def run_errand(errand: Errand) -> Answer:
    """Ask, check and repair as `ldc author` does, for the one fact that is new.

    What goes wrong on the way is told, not raised: the game goes on without help.
    """
    start = time.monotonic()
    try:
        written, asking, purse = _written(errand)
    except LdcError as error:
        bill = Bill(check_seconds=round(time.monotonic() - start, 1))
        return Answer(texts=(), bill=bill, wrong=(str(error),))
    sums = summary(written, asking, purse)
    waited = sum(entry.reply.seconds for entry in asking.used) if purse.calls else 0.0
    bill = Bill(
        calls=sums["calls"],
        asked_now=sums["asked_now"],
        read=sums["tokens"]["read"],
        written=sums["tokens"]["written"],
        cost=sums["cost"],
        cost_now=sums["cost_now"],
        rounds=max((piece.rounds for piece in written.pieces), default=0),
        teacher_seconds=sums["seconds"],
        check_seconds=round(max(0.0, time.monotonic() - start - waited), 1),
        keys=tuple(entry.request.key for entry in asking.used),
    )
    wrong = [f"stopped by {written.stopped}"] if written.stopped else []
    wrong += [
        f"{piece.ask.stage.name}: {'; '.join(piece.wrong) or 'no example has a result'}"
        for piece in written.pieces
        if not piece.accepted
    ]
    made = [piece.function for piece in written.accepted if piece.function]
    texts = tuple((one.stage, one.path, one.source) for one in made)
    return Answer(texts=texts, bill=bill, wrong=tuple(wrong))


def asks_for(
    task: TaskSpec, told: tuple[Told, ...], condition: str, stage: str
) -> tuple[Ask, ...]:
    """Return what `ldc author` would ask for this one fact: a function for each stage.

    Args:
        task: The task.
        told: Facts of the stages, the news among them.
        condition: The news.
        stage: The only stage; "" for all.
    """
    asks = asks_of(task, told)
    return tuple(
        ask
        for ask in asks
        if ask.condition == condition and stage in ("", ask.stage.name)
    )


def _written(errand: Errand) -> tuple[Written, Asking, Purse]:
    job = open_job(errand.task, errand.project)
    task, plan, means = job.task, errand.plan, errand.means
    folder = job.project.base_folder(task.name)
    people = author.author(task, folder, folder.parent.parent)
    there = [f for f in people if f.name in errand.there]
    with tempfile.TemporaryDirectory() as scratch:
        if (folder / STATES).is_file():
            shutil.copy(folder / STATES, scratch)
        root = job.project.root
        desk = desk_for(task, there, root=root, scratch=Path(scratch), seed=plan.seed)
        asks = asks_for(task, errand.told, errand.condition, errand.stage)
        desk = replace(desk, asks=asks)
        prompts = Prompts(
            task,
            Renderer(job.project.templates),
            Manner(
                model=plan.model,
                temperature=plan.temperature,
                seed=plan.seed,
                max_tokens=plan.max_tokens,
            ),
            shown_to(task, there),
            desk.sayings,
            desk.sample.values(),
        )
        purse = Purse(means.price, max_calls=means.max_calls, max_cost=means.max_cost)
        teacher = Teacher(means.url, timeout=means.timeout) if means.url else None
        asking = Asking(Ledger(errand.ledger), teacher, purse, parallel=means.parallel)
        written = write(desk, asking, prompts, plan.manners)
    return written, asking, purse
