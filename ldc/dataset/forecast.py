"""What labelling by the teacher would ask and cost, counted before anything is sent."""

from collections.abc import Sequence
from typing import Any

from ldc.author.ledger import Ledger, Request
from ldc.author.purse import LETTERS, Purse
from ldc.dataset.by_teacher import MOST_TOKENS, ByTeacher
from ldc.dataset.label import Question
from ldc.dataset.reading import Key, key_of
from ldc.ir import TaskSpec


class Forecast:
    """Stands for the teacher, and asks nobody.

    No question has a call, so the expert's lead on; a teacher whose calls lead to
    other facts is asked other questions, but hardly more.
    """

    def __init__(
        self, task: TaskSpec, teacher: ByTeacher, ledger: Ledger, purse: Purse
    ) -> None:
        self._task, self._teacher = task, teacher
        self._ledger, self._purse = ledger, purse
        self._requests: dict[Key, Request] = {}

    def calls(self, questions: Sequence[Question]) -> tuple[None, ...]:
        """Note what the teacher would be asked."""
        for question in questions:
            key = key_of(self._task, question)
            if key not in self._requests:
                self._requests[key] = self._teacher.request(question)
        return (None,) * len(questions)

    def told(self) -> dict[str, Any]:
        """Return calls, tokens at most, and dollars at most."""
        new = [r for r in self._requests.values() if self._ledger.find(r) is None]
        letters = sum(len(text) for one in new for _, text in one.messages)
        return {
            "calls": len(new),
            "recorded": len(self._requests) - len(new),
            "tokens": {
                "read": round(letters / LETTERS),
                "written": MOST_TOKENS * len(new),
            },
            "cost": round(sum(self._purse.most(one) for one in new), 6),
        }
