"""One run of `ldc author`: opens what writing needs, writes, keeps, and sums up."""

import math
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ldc import author, check, store
from ldc.author.asking import Asking
from ldc.author.ledger import RECORD, Ledger
from ldc.author.prompts import Manner, Prompts
from ldc.author.purse import Purse
from ldc.author.teacher import Teacher
from ldc.check.recorded import FILE as STATES
from ldc.errors import TeacherError
from ldc.ir import Function, TaskSpec
from ldc.job import Job
from ldc.render import Renderer
from ldc.write import Manners, Written, write
from ldc.write.desk import Desk, desk_for
from ldc.write.taught import Taught, taught_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What decides the outcome of a run; kept with it, so that it can be repeated."""

    model: str
    rounds: int = 4
    draws: int = 4
    """Texts of a function in a round, at most; and as many of its check."""
    most: int = 0
    """Functions asked for at each stage; 0 for one for every fact."""
    counterexamples: bool = True
    """Whether repairs are told failing calls."""
    temperature: float = 0.2
    seed: int = 0
    max_tokens: int = 500

    @property
    def manners(self) -> Manners:
        """How often a teacher is asked, and what it is told."""
        return Manners(
            rounds=self.rounds, draws=self.draws, counterexamples=self.counterexamples
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What a run may use; none of it changes what a given ledger comes to."""

    url: str = ""
    """Of the teacher; "" for offline."""
    parallel: int = 4
    timeout: float = 600.0
    price: tuple[float, float] = (0.0, 0.0)
    """Dollars for a million tokens, read and written."""
    max_calls: float = math.inf
    max_cost: float = math.inf


class Run:
    """All that one run works with.

    Args:
        job: The task, in the project where the user works.
        plan: How to ask; None to repeat what is recorded.
        into: As in `taught_in`.

    Raises:
        TeacherError: There is no plan, and none is recorded.
        LdcError: As `taught_in`, or a base that cannot be read.
    """

    def __init__(self, job: Job, plan: Plan | None, into: Path | None = None) -> None:
        task = job.task
        self.home = job.project
        self.taught = taught_in(job.project, into, task)
        self.plan = plan or _recorded(self.taught)
        self.people = people = job.project.base_folder(task.name)
        self.workspace = self.taught.project.workspace(task.name, "author")
        self.desk = desk_for(
            task,
            self.taught.people(),
            root=self.workspace,
            scratch=self.workspace / "scratch",
            seed=self.plan.seed,
            most=self.plan.most,
        )
        self.prompts = Prompts(
            task,
            Renderer(job.project.templates),
            Manner(
                model=self.plan.model,
                temperature=self.plan.temperature,
                seed=self.plan.seed,
                max_tokens=self.plan.max_tokens,
            ),
            shown_to(task, author.author(task, people, people.parent.parent)),
            self.desk.sayings,
            self.desk.sample.values(),
        )

    def forecast(self, price: tuple[float, float]) -> dict[str, Any]:
        """Return what the run would ask and cost, without asking anything."""
        from ldc.write.forecast import forecast

        ledger = Ledger(self.taught.ledger)
        return forecast(self.desk, self.prompts, ledger, self.plan, Purse(price))

    def go(self, means: Means, say: Callable[[str], None]) -> dict[str, Any]:
        """Write, keep what is accepted, set the rest aside, and return the summary.

        Raises:
            TeacherError: As `Asking.answers`.
            LdcError: As `ldc.check.check`, or a file cannot be written.
        """
        start = time.monotonic()
        taught, plan = self.taught, self.plan
        purse = Purse(means.price, max_calls=means.max_calls, max_cost=means.max_cost)
        teacher = Teacher(means.url, timeout=means.timeout) if means.url else None
        ledger = Ledger(taught.ledger)
        asking = Asking(ledger, teacher, purse, parallel=means.parallel)
        taught.found(self.home)
        with store.claimed(self.workspace, by=f"ldc author {taught.task.name}"):
            self.desk.clear(self.people / STATES)
            written = write(
                self.desk,
                asking,
                self.prompts,
                plan.manners,
                say=say,
            )
            taught.keep(written.accepted, self.desk.scratch)
            aside = taught.set_aside(p for p in written.pieces if not p.accepted)
            told = summary(written, asking, purse) | {
                "stopped": written.stopped,
                "digest": _digest(self.desk, written),
                "set_aside": store.shown(aside),
            }
            before = taught.record()
            if not written.stopped:
                kept = {k: told[k] for k in ("asked", "accepted", "gave_up", "digest")}
                record = {"plan": asdict(plan), **kept}
                store.write_json(taught.folder / RECORD, record)
        same = told["digest"] == before["digest"] if "digest" in before else None
        return told | {
            "same_digest": same,
            "wall_seconds": round(time.monotonic() - start, 1),
        }


def summary(written: Written, asking: Asking, purse: Purse) -> dict[str, Any]:
    """Return what a run came to, in numbers."""
    pieces, used = written.pieces, asking.used
    accepted = written.accepted
    rounds: dict[str, int] = {}
    for piece in accepted:
        rounds[str(piece.rounds)] = rounds.get(str(piece.rounds), 0) + 1
    return {
        "asked": len(pieces),
        "accepted": len(accepted),
        "gave_up": len(pieces) - len(accepted),
        "rounds": rounds,
        "tokens": {
            "read": sum(e.reply.prompt_tokens for e in used),
            "written": sum(e.reply.completion_tokens for e in used),
        },
        "cost": round(sum(e.cost for e in used), 6),
        "calls": len(used),
        "asked_now": purse.calls,
        "cost_now": round(purse.spent, 6),
        "seconds": round(sum(e.reply.seconds for e in used), 1),
        "reworded": asking.reworded,
        "functions": [_row(piece) for piece in pieces],
    }


def _row(piece: Any) -> dict[str, Any]:
    return {
        "stage": piece.ask.stage.name,
        "condition": piece.ask.condition,
        "name": piece.function.name if piece.function else piece.name,
        "accepted": piece.accepted,
        "rounds": piece.rounds,
        "changes": piece.changes,
        "wrong": [] if piece.accepted else list(piece.wrong),
    }


def _digest(desk: Desk, written: Written) -> str:
    """Return the digest of the base that the accepted functions make."""
    functions = [*desk.there, *(p.function for p in written.accepted if p.function)]
    verdicts = desk.check(functions)
    return check.admit(desk.task, verdicts).digest


def shown_to(task: TaskSpec, people: Sequence[Function]) -> Mapping[str, Function]:
    """Return for each stage the shortest function of another, to be an example."""
    return {
        stage.name: min(others, key=lambda f: (len(f.source), f.name))
        for stage in task.stages
        if (others := [f for f in people if f.stage != stage.name])
    }


def _recorded(taught: Taught) -> Plan:
    try:
        return Plan(**taught.record()["plan"])
    except (KeyError, TypeError) as error:
        raise TeacherError(
            store.shown(taught.folder / RECORD),
            "no run of a teacher is recorded",
            f"ldc author {taught.task.name} --teacher-url URL --teacher-model MODEL",
        ) from error
