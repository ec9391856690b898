"""Which calls are right in a state: the expert's, run one after the other."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ldc.ir import Call, Results, TaskSpec, Variable
from ldc.jail import Jail
from ldc.turns import begun, kept, turns


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """The right call at one stage of a state, and what led to it."""

    state: Any
    stage: str
    results: Results
    """Of the earlier lines, as the expert's calls gave them."""
    call: Call
    told: bool
    """Whether the words in force changed the call."""


def values_of(call: Call, state: Any, results: Results) -> Mapping[str, Any]:
    """Return the arguments of a call with its variables filled in."""
    scope = {"state": state, **results}
    return {
        name: scope[value.name] if isinstance(value, Variable) else value
        for name, value in call.arguments
    }


def label(
    task: TaskSpec, jail: Jail, state: Any, hint: Any
) -> tuple[tuple[Label, ...], Any]:
    """Return the expert's call on every line, and the action they lead to.

    Raises:
        JailError: A call has no result.
    """
    results = begun(task)
    labels = []
    for turn in turns(task, state):
        stage = turn.stage
        call = task.expert(state, stage.name, results, hint)
        plain = task.expert(state, stage.name, results, None)
        labels.append(
            Label(
                state=state,
                stage=stage.name,
                results=dict(results),
                call=call,
                told=call != plain,
            )
        )
        value = jail.call(call.function, values_of(call, state, results))
        results = kept(turn, results, value)
    return tuple(labels), results[task.stages[-1].result]
