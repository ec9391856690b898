"""Labels a state line after line: later lines hang on the results of earlier ones."""

from collections.abc import Sequence
from typing import Any

from ldc.dataset.by_expert import ByExpert
from ldc.dataset.label import Label, Question, Source, label_of, values_of
from ldc.ir import TaskSpec
from ldc.jail import Jail
from ldc.turns import Turn, begun, kept, turns


class _Walk:
    """One state on its way through the stages."""

    def __init__(self, task: TaskSpec, state: Any, hint: Any) -> None:
        self.state, self.hint = state, hint
        self.turns: tuple[Turn, ...] = turns(task, state)
        self.results = begun(task)
        self.labels: list[Label] = []

    def question(self, line: int) -> Question:
        """Return what is asked at a line."""
        return Question(
            state=self.state,
            stage=self.turns[line].stage.name,
            results=self.results,
            hint=self.hint,
        )


def label_all(
    task: TaskSpec, jail: Jail, states: Sequence[tuple[Any, Any]], source: Source
) -> tuple[tuple[tuple[Label, ...], Any], ...]:
    """Return for each state the labels of its lines, and the action they lead to.

    All states go through the lines together, so that a source can answer many at once.
    Where it knows no call the expert's leads on, and is no label.

    Args:
        task: The task.
        jail: Runs the calls.
        states: (state, hint) of each.
        source: Whoever labels.

    Raises:
        JailError: A call has no result.
    """
    walks = [_Walk(task, state, hint) for state, hint in states]
    for line in range(max((len(walk.turns) for walk in walks), default=0)):
        going = [walk for walk in walks if line < len(walk.turns)]
        questions = [walk.question(line) for walk in going]
        answers = source.calls(questions)
        for walk, question, call in zip(going, questions, answers, strict=True):
            if call is not None:
                walk.labels.append(label_of(task, question, call))
            made = call or ByExpert(task).calls([question])[0]
            values = values_of(made, walk.state, walk.results)
            value = jail.call(made.function, values)
            walk.results = kept(walk.turns[line], walk.results, value)
    last = task.stages[-1].result
    return tuple((tuple(walk.labels), walk.results[last]) for walk in walks)


def label(
    task: TaskSpec, jail: Jail, state: Any, hint: Any
) -> tuple[tuple[Label, ...], Any]:
    """Return the expert's call on every line, and the action they lead to.

    Raises:
        JailError: A call has no result.
    """
    return label_all(task, jail, [(state, hint)], ByExpert(task))[0]
