"""A player that does what the manuals say: labels states for a base no expert knows.

It calls the function whose condition is among the facts, news before the rest. Written
by people, an expert knows functions by name, so a taught base needs this one.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any

from ldc.author.asks import condition_of
from ldc.errors import TaskError
from ldc.ir import Call, Function, Live, Results, TaskSpec, Variable

Expert = Callable[[Any, str, Results, Any], Call]


def reader(task: TaskSpec, functions: Callable[[], Sequence[Function]]) -> Expert:
    """Return an expert that reads manuals.

    Without the hint it goes without the news, as `TaskSpec.expert` is to.

    Args:
        task: Gives the facts.
        functions: Reads the base, when it is first needed.
    """
    base: list[Function] = []

    def expert(state: Any, stage: str, results: Results, hint: Any) -> Call:
        if not base:
            base.extend(functions())
        here = [function for function in base if function.stage == stage]
        if not here:
            raise TaskError(
                f"function base of {task.name!r}",
                f"stage {stage!r} has no function",
                "write one, or let a teacher: ldc author",
            )
        news = task.told(state)
        clauses = [c.strip() for c in task.facts(state, stage, results).split(";")]
        heard = [c for c in clauses if hint is not None or not news or c not in news]
        for clause in reversed(heard):  # news stands last
            condition = condition_of(clause, task.wordings)
            fitting = [f for f in here if f.condition and f.condition in condition]
            if fitting:
                best = max(fitting, key=lambda f: len(f.condition))
                return _call(best, task, state, clause)
        return _call(here[0], task, state, "")

    return expert


def _call(function: Function, task: TaskSpec, state: Any, clause: str) -> Call:
    stage = next(s for s in task.stages if s.name == function.stage)
    results = {s.result for s in task.stages}
    arguments: list[tuple[str, Any]] = []
    for parameter in function.signature.parameters:
        name = parameter.name
        if name == "state" or name in results:
            arguments.append((name, Variable(name)))
        else:
            metadata = getattr(parameter.annotation, "__metadata__", ())
            group = next(m.group for m in metadata if isinstance(m, Live))
            there = task.live(state)[group]
            said = re.search(rf"\b{name} (\w+)", clause)
            named = [one for one in there if said and str(one) == said[1]]
            arguments.append((name, (named or there)[0]))
    return Call(
        stage=stage.name,
        result=stage.result,
        function=function.name,
        arguments=tuple(arguments),
    )
