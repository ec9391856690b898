"""A label, the question that it answers, and whoever answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from ldc.ir import Call, Results, TaskSpec, Variable


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """The right call at one stage of a state, and what led to it."""

    state: Any
    stage: str
    results: Results
    """Of the earlier lines, as whoever played gave them."""
    call: Call
    told: bool
    """Whether the words in force changed the call."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One line of a step that is to be labelled."""

    state: Any
    stage: str
    results: Results
    """Of the earlier lines."""
    hint: Any
    """What the words in force mean, for verified code only."""


class Source(Protocol):
    """Whoever labels."""

    def calls(self, questions: Sequence[Question]) -> tuple[Call | None, ...]:
        """Return the right call for each question; None where none is known."""
        ...


def values_of(call: Call, state: Any, results: Results) -> Mapping[str, Any]:
    """Return the arguments of a call with its variables filled in."""
    scope = {"state": state, **results}
    return {
        name: scope[value.name] if isinstance(value, Variable) else value
        for name, value in call.arguments
    }


def label_of(task: TaskSpec, question: Question, call: Call) -> Label:
    """Return the label that says that a call is right.

    The words changed it when it is not what the expert does without them.
    """
    plain = task.expert(question.state, question.stage, question.results, None)
    return Label(
        state=question.state,
        stage=question.stage,
        results=dict(question.results),
        call=call,
        told=call != plain,
    )
