"""What a teacher is asked for: a function for each fact of each stage."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ldc.author.kinds import spelled, values_of
from ldc.author.parts import Part, decider, parts_of, row_of
from ldc.author.primer import sayings
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
    decider: str = ""
    """Whose part of the row each is: "hunter"; "" when that is not said."""
    parts: tuple[Part, ...] = ()
    """What the function for one place is given beside the parameters."""
    usual: bool = True
    """Whether its fact is told without news too."""

    def __str__(self) -> str:
        return f"{self.stage.name}: {self.condition}"

    @property
    def head(self) -> str:
        """The parameters as a signature lists them."""
        return _typed(self.parameters)

    @property
    def given(self) -> tuple[tuple[str, str], ...]:
        """Name and type of what the function is told that the teacher is asked for.

        Of a row it is the function for one place: told of its parts, not of rows.
        """
        if not self.member:
            return self.parameters
        told = {part.code.partition("[")[0] for part in self.parts}
        whole = [one for one in self.parameters if one[0] not in told]
        parts = [(part.name, part.kind) for part in self.parts]
        return *whole, *parts, *([] if self.decider else [("place", "int")])

    def asked(self, name: str) -> str:
        """The head that the teacher is asked for: of a row, that of one part."""
        return f"def {name}({_typed(self.given)}) -> {self.member or self.returns}:"

    def asked_check(self, name: str) -> str:
        """The head of a property that the teacher is asked for."""
        told = (*self.given, ("answer", self.member or self.returns))
        return f"def {name}({_typed(told)}) -> bool:"

    @property
    def names(self) -> tuple[str, ...]:
        """The parameters by name."""
        return tuple(name for name, _ in self.parameters)

    @property
    def passed(self) -> str:
        """The parameters as a call passes them on."""
        return ", ".join(self.names)


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
    usual: set[tuple[str, str]] = set()
    for stage, facts, news in told:
        for clause in map(str.strip, facts.split(";")):
            condition = condition_of(clause, task.wordings)
            clauses[stage].setdefault(condition)
            if not news:
                silent[stage].add(clause)
                usual.add((stage, condition))
    common = set.intersection(*silent.values()) if len(silent) > 1 else set()
    return tuple(
        replace(_ask(task, stage, condition), usual=(stage.name, condition) in usual)
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
    live = [*_named(task, condition)]
    parameters = [("state", spelled(task, task.state))]
    parameters += [(s.result, spelled(task, s.returns)) for s in task.stages[:place]]
    part, places = row_of(stage.returns)
    returns, meant = spelled(task, stage.returns), sayings(task)
    return Ask(
        stage=stage,
        condition=condition,
        parameters=(*parameters, *live),
        returns=returns,
        member=spelled(task, part) if places else "",
        places=places,
        values=values_of(part if places else stage.returns),
        decider=decider(task, returns, meant) if places else "",
        parts=parts_of(task, stage, live, meant) if places else (),
    )


def _typed(told: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"{name}: {kind}" for name, kind in told)


def _named(task: TaskSpec, condition: str) -> Iterator[tuple[str, str]]:
    """Yield a parameter for each kind of live object that a condition speaks of."""
    for name, kind in task.words.items():
        metadata = getattr(kind, "__metadata__", ())
        noun = name.lower()
        if any(isinstance(entry, Live) for entry in metadata) and re.search(
            rf"\ban? {noun}\b", condition
        ):
            yield noun, name
