"""Opens whoever labels, expert, teacher or search, and compares with the expert."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from ldc.author.asking import Asking
from ldc.author.ledger import FOLDER, Ledger
from ldc.author.purse import Purse
from ldc.author.teacher import Teacher
from ldc.dataset import ByExpert, BySearch, ByTeacher, Past, Question, Source, key_of
from ldc.dataset.by_teacher import why
from ldc.dataset.forecast import Forecast
from ldc.dataset.reading import Key
from ldc.errors import TeacherError
from ldc.ir import Call, Episode, FunctionBase, TaskSpec
from ldc.jail import Jail
from ldc.project import Project
from ldc.render import Renderer
from ldc.score.metrics import wilson
from ldc.turns import gathered

By = Literal["expert", "teacher", "search"]
"""Whoever labels."""

USE = "use"
"""Folder in a task's ledger: calls in which the teacher says which function to use."""

Pair = tuple[Question, Call | None]
"""What was asked, and the call that was named, if there was one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelling:
    """Who labels, and what that may use."""

    by: By = "expert"
    model: str = ""
    """The teacher's name; "" for the only one that is recorded."""
    url: str = ""
    """Of the teacher; "" for what is recorded."""
    parallel: int = 1
    timeout: float = 600.0
    price: tuple[float, float] = (0.0, 0.0)
    """Dollars for a million tokens, read and written."""
    max_calls: float = math.inf
    max_cost: float = math.inf
    dry: bool = False
    """Whether the teacher is not asked, only what it would be asked counted."""


EXPERT = Labelling()
"""Who labels when nothing is said."""


class Labeller:
    """Whoever labels, at work: what was asked and answered is kept.

    Args:
        labelling: Who, and what that may use.
        project: Holds the ledger and the templates.
        task: The task.
        base: The menu.
        jail: Runs the calls that search tries.
        met: `repr` of a state -> how to come back to it; for search.
        seed: Of the teacher's replies and of search.

    Raises:
        TeacherError: No teacher is named, and none or several are recorded.
    """

    def __init__(
        self,
        labelling: Labelling,
        project: Project,
        task: TaskSpec,
        base: FunctionBase,
        jail: Jail,
        met: Mapping[str, Past],
        seed: int = 0,
    ) -> None:
        self.pairs: list[Pair] = []
        self._task = task
        self._purse = Purse(
            labelling.price,
            max_calls=labelling.max_calls,
            max_cost=labelling.max_cost,
        )
        self._source: Source
        match labelling.by:
            case "expert":
                self._source = ByExpert(task)
            case "search":
                self._source = BySearch(task, base, jail, met, seed)
            case "teacher":
                ledger = ledger_of(project, task.name, offline=not labelling.url)
                url, timeout = labelling.url, labelling.timeout
                teacher = Teacher(url, timeout=timeout) if url else None
                parallel = labelling.parallel
                asking = Asking(ledger, teacher, self._purse, parallel=parallel)
                model = labelling.model or recorded_model(ledger)
                renderer = Renderer(project.templates)
                source = ByTeacher(task, base, renderer, asking, model, seed)
                self._source = (
                    Forecast(task, source, ledger, self._purse)
                    if labelling.dry
                    else source
                )

    def calls(self, questions: Sequence[Question]) -> tuple[Call | None, ...]:
        """Return the right call for each question; None where none is known.

        Raises:
            LdcError: As the source's.
            Capped: The purse holds too little for one of them.
        """
        answers = self._source.calls(questions)
        self.pairs += zip(questions, answers, strict=True)
        return answers

    def told(self) -> dict[str, Any]:
        """Return what was asked, how often the expert agrees, and what it cost."""
        if isinstance(self._source, Forecast):
            return self._source.told()
        found = compared(self._task, self.pairs)
        match self._source:
            case ByTeacher(said=said):
                reasons = {key: why(entry.reply.text) for key, entry in said.items()}
                for row in found["differ"]:
                    key = (row["stage"], row["who"], row["facts"])
                    row["why"] = reasons.get(key, "")
                used = said.values()
                found["teacher"] = {
                    "calls": len(said),
                    "asked_now": self._purse.calls,
                    "tokens": {
                        "read": sum(e.reply.prompt_tokens for e in used),
                        "written": sum(e.reply.completion_tokens for e in used),
                    },
                    "seconds": round(sum(e.reply.seconds for e in used), 1),
                    "cost": round(sum(e.cost for e in used), 6),
                }
            case BySearch(tried=tried):
                found["search"] = [
                    {"stage": key[0], "who": key[1], "facts": key[2]}
                    | asdict(one)
                    | {"gain": round(one.gain, 4), "error": round(one.error, 4)}
                    for key, one in sorted(tried.items())
                    if one.best != one.expert
                ]
        return found


def compared(task: TaskSpec, pairs: Sequence[Pair]) -> dict[str, Any]:
    """Return how often the named calls are the expert's, with 95 % intervals.

    Counted by lines that were met, and by questions: lines that read alike are one,
    judged by the first that was met. No call never agrees.
    """
    same: list[bool] = []
    first: dict[Key, tuple[Call | None, Call, bool]] = {}
    for question, call in pairs:
        right = ByExpert(task).calls([question])[0]
        agrees = call is not None and alike(call, right)
        same.append(agrees)
        first.setdefault(key_of(task, question), (call, right, agrees))
    agreed = sum(agrees for _, _, agrees in first.values())
    share = wilson(agreed, len(first)) if first else None
    return {
        "lines": len(pairs),
        "lines_without_call": sum(call is None for _, call in pairs),
        "lines_agree": sum(same),
        "questions": len(first),
        "questions_without_call": sum(call is None for call, _, _ in first.values()),
        "questions_agree": agreed,
        "agreement": asdict_of(share),
        "differ": [
            {
                "stage": stage,
                "who": who,
                "facts": facts,
                "expert": str(right),
                "said": str(call) if call else "",
            }
            for (stage, who, facts), (call, right, agrees) in sorted(first.items())
            if not agrees
        ],
    }


def asdict_of(share: Any) -> dict[str, float]:
    """Return an interval as numbers of four digits; empty when there is none."""
    if share is None:
        return {}
    return {
        "value": round(share.value, 4),
        "low": round(share.low, 4),
        "high": round(share.high, 4),
    }


def alike(one: Call, other: Call) -> bool:
    """Say whether two calls do the same."""
    return (one.function, one.arguments) == (other.function, other.arguments)


def pasts(task: TaskSpec, game: Episode) -> Iterator[Past]:
    """Yield for each step of a game how to come back to its state."""
    actions: tuple[Any, ...] = ()
    for step in game.steps:
        yield Past(game.seed, actions)
        made = gathered(task, step.state, step.decision.results)
        actions = (*actions, task.action_of(made[task.stages[-1].result]))


def ledger_of(project: Project, task: str, *, offline: bool) -> Ledger:
    """Return the ledger of usage.

    It lies in the base; a project that only reads the shipped base keeps its own apart.
    """
    base = project.base_folder(task)
    apart = project.workspace(task, FOLDER, USE)
    if base == project.own("function_base", task) or (offline and not apart.is_dir()):
        return Ledger(base / FOLDER / USE)
    return Ledger(apart)


def recorded_model(ledger: Ledger) -> str:
    """Return the teacher that a ledger is of.

    Raises:
        TeacherError: It is empty, or of several.
    """
    models = sorted({entry.request.model for entry in ledger.entries()})
    if len(models) != 1:
        raise TeacherError(
            "--labels teacher",
            f"the recorded teachers are {models!r}",
            "name one: --teacher-model MODEL, with --teacher-url URL to ask it",
        )
    return models[0]
