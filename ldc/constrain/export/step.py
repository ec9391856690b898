"""The lines of one step: for all states, or those that one state has."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from ldc.constrain.narrow import StageGrammar, narrow
from ldc.constrain.whole import scopes_of, stages_of
from ldc.errors import GrammarError
from ldc.ir import FunctionBase, TaskSpec
from ldc.turns import objects_of

ALL_STATES: Final = "all states"
"""Stands for a state that is not given; no state is a text."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A table for each line that a step may have, in order."""

    tables: tuple[StageGrammar, ...]
    free: frozenset[str]
    """Results whose line may be missing: those of stages that repeat, where no state
    says for whom."""


def lines_of(task: TaskSpec, base: FunctionBase, state: Any = ALL_STATES) -> Lines:
    """Return the lines of a step.

    In a state, a stage that repeats has exactly one line for each object of its group,
    in the group's order, and live objects are those that are there. For all states it
    has a line for every object there may be, in the order of its type, and any of them
    may be missing: how many there are, only a state says.

    Args:
        task: The task.
        base: Its function base.
        state: A state of the task; `ALL_STATES` for none in particular.

    Raises:
        GrammarError: a stage without a function that can be called, a type without a
            grammar, or two lines of one name.
    """
    if state is ALL_STATES:
        found = tuple(stages_of(task, base))
        return Lines(found, frozenset(g.result for g in found if g.stage.each))
    groups = task.live(state)
    tables = []
    for stage, scope in scopes_of(task):
        functions = tuple(f for f in base.functions if f.stage == stage.name)
        tables += [
            narrow(task, stage.name, functions, groups, scope, who=who)
            for who in objects_of(task, stage, groups)
        ]
    _demand_apart(task, tables)
    return Lines(tuple(tables), frozenset())


def _demand_apart(task: TaskSpec, tables: Sequence[StageGrammar]) -> None:
    """Refuse a group that names an object twice: its lines would be one.

    Raises:
        GrammarError: which line it is.
    """
    names = [grammar.result for grammar in tables]
    twice = next((name for name in names if names.count(name) > 1), "")
    if twice:
        what = f"two lines of a step are {twice!r}"
        raise GrammarError(task.name, what, "let live() give each object once")
