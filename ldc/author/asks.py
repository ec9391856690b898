"""What a teacher is asked for: a function for each fact of each stage."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args, get_origin

from ldc.author.kinds import values_of
from ldc.errors import TaskError
from ldc.ir import Live, Stage, TaskSpec

WHO = "{who}"
"""In a phrase of the vocabulary, the place of one word."""

Told = tuple[str, str, bool]
"""Stage, the facts of a state there, and whether news was among them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One function to write."""

    stage: Stage
    condition: str
    """What stands behind "Use it when", in the words of the facts."""
    parameters: tuple[tuple[str, str], ...]
    """(name, type as functions spell it), the state first."""
    returns: str
    member: str
    """Type of one part when the result is a row of like parts; else ""."""
    places: int
    """How many parts that row has; else 0."""
    values: str = ""
    """Which values the result, or a part of it, may have; "" when that is long."""

    def __str__(self) -> str:
        return f"{self.stage.name}: {self.condition}"

    @property
    def head(self) -> str:
        """The parameters as a signature lists them."""
        return ", ".join(f"{name}: {kind}" for name, kind in self.parameters)

    def asked(self, name: str) -> str:
        """The head that the teacher is asked for: of a row, that of one part."""
        place = ", place: int" if self.member else ""
        return f"def {name}({self.head}{place}) -> {self.member or self.returns}:"

    def asked_check(self, name: str) -> str:
        """The head of a property that the teacher is asked for."""
        place = ", place: int" if self.member else ""
        answer = f"{self.head}{place}, answer: {self.member or self.returns}"
        return f"def {name}({answer}) -> bool:"

    @property
    def passed(self) -> str:
        """The parameters as a call passes them on."""
        return ", ".join(name for name, _ in self.parameters)


def asks_of(task: TaskSpec, told: Iterable[Told]) -> tuple[Ask, ...]:
    """Return what to ask for, stage by stage, in the order in which it was told.

    Facts are taken apart at semicolons. A clause that comes at every stage while there
    is no news says nothing ("no news"), and is left out.

    Args:
        task: The task.
        told: A sample of what its facts say.

    Raises:
        TaskError: A type that functions take or return has no name in the task.
    """
    clauses: dict[str, dict[str, None]] = {stage.name: {} for stage in task.stages}
    silent: dict[str, set[str]] = {stage.name: set() for stage in task.stages}
    for stage, facts, news in told:
        for clause in map(str.strip, facts.split(";")):
            clauses[stage].setdefault(condition_of(clause, task.wordings))
            if not news:
                silent[stage].add(clause)
    common = set.intersection(*silent.values()) if len(silent) > 1 else set()
    return tuple(
        _ask(task, stage, condition)
        for stage in task.stages
        for condition in clauses[stage.name]
        if condition and condition not in common
    )


def condition_of(clause: str, wordings: Mapping[str, Any]) -> str:
    """Return a clause as a condition, which names no one: "prey 2 is" is "a prey is".

    Example:
        >>> words = {"prey {who} is ill": (), "a prey is ill": ()}
        >>> condition_of("prey 2 is ill", words)
        'a prey is ill'
    """
    for phrase in wordings:
        if WHO not in phrase:
            continue
        if re.fullmatch(re.escape(phrase).replace(re.escape(WHO), r"\w+"), clause):
            general = re.sub(rf"(\w+) {re.escape(WHO)}", r"a \1", phrase)
            if general in wordings:
                return general
            heads = [p for p in wordings if WHO not in p and phrase.startswith(p)]
            return max(heads, key=len, default=clause)
    return clause


def _ask(task: TaskSpec, stage: Stage, condition: str) -> Ask:
    place = task.stages.index(stage)
    parameters = [("state", spelled(task, task.state))]
    parameters += [(s.result, spelled(task, s.returns)) for s in task.stages[:place]]
    parameters += _named(task, condition)
    parts = get_args(stage.returns) if get_origin(stage.returns) is tuple else ()
    alike = len(parts) > 1 and all(part == parts[0] for part in parts)
    return Ask(
        stage=stage,
        condition=condition,
        parameters=tuple(parameters),
        returns=spelled(task, stage.returns),
        member=spelled(task, parts[0]) if alike else "",
        places=len(parts) if alike else 0,
        values=values_of(parts[0] if alike else stage.returns),
    )


def _named(task: TaskSpec, condition: str) -> Iterator[tuple[str, str]]:
    """Yield a parameter for each kind of live object that a condition speaks of."""
    for name, kind in task.words.items():
        metadata = getattr(kind, "__metadata__", ())
        noun = name.lower()
        if any(isinstance(entry, Live) for entry in metadata) and re.search(
            rf"\ban? {noun}\b", condition
        ):
            yield noun, name


def spelled(task: TaskSpec, kind: Any) -> str:
    """Return the name that a type has in the task's words.

    Raises:
        TaskError: It has none.
    """
    plain = {"bool": bool, "int": int, "float": float, "str": str}
    for name, known in (*task.words.items(), *plain.items()):
        if not name.startswith("_") and type(known) is type(kind) and known == kind:
            return name
    raise TaskError(
        task.state_module,
        f"a stage of {task.name!r} has the type {kind!r}, which has no name there",
        "give it one, so that functions can be written with it",
    )
