"""Functions that are not there, so that menus are read and not remembered.

News that does not matter at a stage is made the condition of a pretended function, with
a fresh name and the plainest signature; where the news holds, that function is the
right call. Training pretends only what some function of the base, at another stage, is
for; news that no function is for is kept to measure how a student takes to functions
that it has never met.
"""

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ldc.dataset.label import Label
from ldc.ir import Call, Function, FunctionBase, TaskSpec, Variable, digest

NAMED = re.compile(r"\b([a-z]+) \d+\b")


def condition_of(task: TaskSpec, label: Label) -> str:
    """Return the words in force as a condition: "prey 2 rests" -> "a prey rests"."""
    return NAMED.sub(r"a \1", task.told(label.state))


def familiar(condition: str, base: FunctionBase) -> bool:
    """Say whether some function of the base is for this news."""
    return any(condition.startswith(f.condition) for f in base.functions)


def idle_news(task: TaskSpec, labels: Sequence[Label]) -> Mapping[str, list[Label]]:
    """Return the conditions that change nothing at a stage, with their labels."""
    found: dict[str, list[Label]] = {}
    for label in labels:
        condition = condition_of(task, label)
        if condition and not label.told:
            found.setdefault(condition, []).append(label)
    return found


def pretended(
    pool: Sequence[Function], condition: str, task: TaskSpec
) -> tuple[Function, ...]:
    """Return a function of the stage that is called when the condition holds.

    Args:
        pool: The stage's functions.
        condition: When to call it.
        task: Names the variables.

    Returns:
        It, or nothing when none of the pool takes variables only.
    """
    variables = {"state", *(stage.result for stage in task.stages)}
    plain = [
        f for f in pool if all(p.name in variables for p in f.signature.parameters)
    ]
    return tuple(
        replace(f, name="pretended", condition=condition, digest=digest(condition))
        for f in plain[:1]
    )


def call_of(function: Function, label: Label) -> Label:
    """Return the label with the pretended function as its right call."""
    arguments = tuple((p.name, Variable(p.name)) for p in function.signature.parameters)
    call = Call(
        stage=label.stage,
        result=label.call.result,
        function=function.name,
        arguments=arguments,
    )
    return replace(label, call=call, told=True)


def group_of(
    task: TaskSpec,
    base: FunctionBase,
    labels: Sequence[Label],
    size: int,
    coin: random.Random,
    *,
    unseen: bool = False,
) -> tuple[list[Label], tuple[Function, ...]]:
    """Return labels of one stage, half of which call one pretended function.

    Args:
        task: Gives the words in force.
        base: Its functions.
        labels: Of one stage.
        size: How many labels to draw.
        coin: Draws.
        unseen: Whether to pretend a condition that training never does.

    Returns:
        The labels and the function; both empty when no news is idle at this stage.
    """
    news = idle_news(task, labels)
    conditions = [c for c in sorted(news) if familiar(c, base) != unseen]
    if not conditions:
        return [], ()
    condition = coin.choice(conditions)
    pool = [f for f in base.functions if f.stage == labels[0].stage]
    found = pretended(pool, condition, task)
    if not found:
        return [], ()
    (function,) = found
    others = [label for label in labels if condition_of(task, label) != condition]
    drawn = [
        call_of(function, coin.choice(news[condition]))
        if i % 2 == 0 or not others
        else coin.choice(others)
        for i in range(size)
    ]
    return drawn, (function,)
