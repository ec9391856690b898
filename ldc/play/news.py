"""What is announced in a state, as conditions, and which functions are for it."""

from collections.abc import Iterable

from ldc.author.asks import Told, condition_of
from ldc.ir import Function, TaskSpec
from ldc.turns import begun


def conditions_in(task: TaskSpec, state: object) -> tuple[tuple[str, str], ...]:
    """Return each piece of news in force: (as it is told, as functions say it)."""
    clauses = (clause.strip() for clause in task.told(state).split(";"))
    return tuple((one, condition_of(one, task.wordings)) for one in clauses if one)


def functions_for(
    condition: str, functions: Iterable[Function]
) -> tuple[Function, ...]:
    """Return the functions that are to be used when a condition holds.

    A function may say less than the news: "fog hides you" is for any fog.
    """
    return tuple(f for f in functions if f.condition and f.condition in condition)


def told_of(
    task: TaskSpec, state: object, results: dict[str, object], news: str
) -> tuple[Told, ...]:
    """Return what the facts say at each stage where they tell some news.

    Args:
        task: Gives the facts.
        state: The state in which the news was told.
        results: Of a whole step, for the facts of later stages.
        news: As it is told.
    """
    found = []
    known = begun(task)
    for stage in task.stages:
        facts = task.facts(state, stage.name, known)
        if news in [clause.strip() for clause in facts.split(";")]:
            found.append((stage.name, facts, True))
        known[stage.result] = results[stage.result]
    return tuple(found)
