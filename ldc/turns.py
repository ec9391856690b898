"""The lines of one step: a call a stage, or one for each live object of its group.

`Stage(name="move", result="moves", one="move", each="hunters")` makes the lines

    move_1 = step(state=state, hunter=1)
    move_3 = wait(state=state, hunter=3)

when hunters 1 and 3 are there, in the order of the group; then `moves` is the tuple of
both results. Until then `results["moves"]` holds those of the lines so far, so facts,
experts and players know from the results whose turn it is (`turn_of`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from ldc.errors import TaskError, did_you_mean
from ldc.ir import Function, Live, Results, Stage, TaskSpec, spell

NOBODY: Final = "nobody's"
"""Whose turn it is in a stage that does not repeat; no live object is this text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One line of a step."""

    stage: Stage
    who: Any
    """The object whose turn it is; `NOBODY` in a stage that does not repeat."""

    @property
    def result(self) -> str:
        """Name the line's result: `moves`, or `move_3`."""
        return line_name(self.stage, self.who)


def turns(task: TaskSpec, state: Any) -> tuple[Turn, ...]:
    """Return the lines of a step in a state."""
    groups = task.live(state)
    return tuple(
        Turn(stage=stage, who=who)
        for stage in task.stages
        for who in objects_of(task, stage, groups)
    )


def turn_of(task: TaskSpec, stage: str, state: Any, results: Results) -> Turn:
    """Return the line that comes next, by the results so far.

    Args:
        task: The task.
        stage: Name of the stage.
        state: The state.
        results: Of the earlier lines of this step.
    """
    found = next(s for s in task.stages if s.name == stage)
    objects = objects_of(task, found, task.live(state))
    place = len(results.get(found.result, ())) if found.each else 0
    return Turn(stage=found, who=objects[place])


def kept(turn: Turn, results: Results, value: Any) -> dict[str, Any]:
    """Return the results with a line's result among them."""
    stage = turn.stage
    if stage.each:
        value = (*results[stage.result], value)
    return {**results, stage.result: value}


def begun(task: TaskSpec) -> dict[str, Any]:
    """Return the results before the first line: empty rows for stages that repeat."""
    return {stage.result: () for stage in task.stages if stage.each}


def gathered(task: TaskSpec, state: Any, values: Iterable[Any]) -> dict[str, Any]:
    """Return the results of a whole step from the values of its lines, in order."""
    results = begun(task)
    for turn, value in zip(turns(task, state), values, strict=True):
        results = kept(turn, results, value)
    return results


def objects_of(
    task: TaskSpec, stage: Stage, groups: Mapping[str, tuple[Any, ...]]
) -> tuple[Any, ...]:
    """Return whose turn it is, line by line.

    Raises:
        TaskError: there is no such group.
    """
    if not stage.each:
        return (NOBODY,)
    if stage.each not in groups:
        where = f"stage {stage.name!r} of {task.name}"
        mend = did_you_mean(stage.each, list(groups))
        raise TaskError(where, f"no live group {stage.each!r}", mend)
    return groups[stage.each]


def line_name(stage: Stage, who: Any) -> str:
    """Return the name of a line's result.

    Raises:
        TaskError: the object cannot stand in a name.
    """
    if who is NOBODY:
        return stage.result
    word = who.name.lower() if isinstance(who, Enum) else who
    name = f"{stage.one}_{word}"
    if type(word) not in (int, str) or not name.isidentifier():
        raise TaskError(
            f"stage {stage.name!r}",
            f"no name for the line of {spell(who)}",
            "let the group hold numbers from 0, enum members, or words of letters",
        )
    return name


def result_type(stage: Stage) -> Any:
    """Return the type of a stage's result: a row of them where it repeats."""
    row: Any = tuple
    return row[stage.returns, ...] if stage.each else stage.returns


def result_name(stage: Stage) -> str:
    """Return how a property names what one call of a stage returns."""
    return stage.one if stage.each else stage.result


def whose(stage: Stage, function: Function) -> str:
    """Return the parameter that is the object whose turn it is; "" for none."""
    return next(
        (
            parameter.name
            for parameter in function.signature.parameters
            if stage.each and Live(stage.each) in _marks(parameter.annotation)
        ),
        "",
    )


def _marks(annotation: Any) -> tuple[Any, ...]:
    return getattr(annotation, "__metadata__", ())
