"""Shadow replay: the last states are decided again with help, before it is in force."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ldc.check.inputs import ask
from ldc.ir import Decision, TaskSpec
from ldc.jail import CallFailed
from ldc.play.players import Player
from ldc.play.rollout import Runs, decide
from ldc.turns import begun, kept, result_name, turns


@dataclass(frozen=True, slots=True, kw_only=True)
class Shadow:
    """What came of it."""

    states: int
    called: int
    """States in which a function that was added was called."""
    wrong: tuple[str, ...]
    """Why the help must not come into force; empty when it may."""


def shadow_replay(
    task: TaskSpec,
    jail: Runs,
    player: Player,
    added: Sequence[str],
    states: Sequence[Any],
) -> Shadow:
    """Decide states again; the game does not see what comes of it.

    Every call must have a result, every result what the task demands of it, and some
    call must be of a function that was added: help that nobody calls is none.

    Args:
        task: The task.
        jail: With the functions that were added.
        player: Chooses among them.
        added: Their names.
        states: The last ones in which the news was in force.
    """
    called, wrong = 0, dict[str, None]()
    for state in states:
        try:
            decision = decide(task, jail, player, state, None)
        except CallFailed as failure:
            if function_of(failure) in added:
                wrong.setdefault(str(failure))
            continue
        called += any(call.function in added for call in decision.calls)
        for function, what in breaches(task, state, decision):
            if function in added:
                wrong.setdefault(what)
    if not called and not wrong:
        wrong.setdefault(f"no call of {', '.join(added)} in {len(states)} states")
    return Shadow(states=len(states), called=called, wrong=tuple(wrong))


def function_of(failure: CallFailed) -> str:
    """Return the name of the function whose call failed."""
    return failure.where.partition("(")[0]


def breaches(
    task: TaskSpec, state: Any, decision: Decision
) -> Iterator[tuple[str, str]]:
    """Yield each result that breaks a property of the task: its function, and what.

    The properties are people's, so they run here; the state is a real one.
    """
    results = begun(task)
    lines = zip(turns(task, state), decision.calls, decision.results, strict=True)
    for turn, call, value in lines:
        results = kept(turn, results, value)
        name = result_name(turn.stage)
        for holds in task.properties.get(name, ()):
            values = {**dict(call.arguments), "state": state, **results, name: value}
            if not ask(holds, values, task):
                yield call.function, f"{call}: {holds.__name__} does not hold"
