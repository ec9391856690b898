"""Labels by the task's hand-written player: free, and right as far as it is."""

from collections.abc import Sequence

from ldc.dataset.label import Question
from ldc.ir import Call, TaskSpec


class ByExpert:
    """The expert, which is told what the words in force mean."""

    def __init__(self, task: TaskSpec) -> None:
        self._task = task

    def calls(self, questions: Sequence[Question]) -> tuple[Call, ...]:
        """Return the expert's call for each question."""
        return tuple(
            self._task.expert(q.state, q.stage, q.results, q.hint) for q in questions
        )
