"""A question as it is read: in words, and with the calls that may answer it."""

from ldc.constrain import StageGrammar, narrow
from ldc.dataset.label import Question
from ldc.ir import FunctionBase, TaskSpec, spell
from ldc.turns import NOBODY, Turn, result_type, turn_of

Key = tuple[str, str, str]
"""Stage, whose turn it is, and the facts: questions with one key read alike."""


def scope_of(task: TaskSpec, stage: str) -> tuple[tuple[str, object], ...]:
    """Return the variables that a call of this stage may name, with their types."""
    names = [s.name for s in task.stages]
    earlier = task.stages[: names.index(stage)]
    return (("state", task.state), *((s.result, result_type(s)) for s in earlier))


def turn_at(task: TaskSpec, question: Question) -> Turn:
    """Return the line that a question is about."""
    return turn_of(task, question.stage, question.state, question.results)


def key_of(task: TaskSpec, question: Question) -> Key:
    """Return what of a question is read."""
    who = turn_at(task, question).who
    facts = task.facts(question.state, question.stage, question.results)
    return question.stage, "" if who is NOBODY else spell(who), facts


def grammar_of(
    task: TaskSpec, base: FunctionBase, question: Question, *, present: bool = True
) -> StageGrammar:
    """Return the calls that may answer a question: of every function of the stage.

    Args:
        task: The task.
        base: Its functions.
        question: Says the stage and the state.
        present: Whether only objects that are there now can be named.

    Raises:
        GrammarError: As `narrow`.
    """
    stage = question.stage
    return narrow(
        task,
        stage,
        tuple(f for f in base.functions if f.stage == stage),
        task.live(question.state) if present else None,
        scope_of(task, stage),
        who=turn_at(task, question).who,
    )
