"""The baseline that is distilled on outputs: it writes the action, no functions."""

from dataclasses import replace
from typing import Any

from ldc.ir import (
    Call,
    Function,
    FunctionBase,
    Parameter,
    Results,
    Signature,
    Stage,
    TaskSpec,
    digest,
)

SOURCE = '''from {module} import {action}


def act(action: {action}) -> {action}:
    """Do this."""
    return action
'''


def outputs_task(task: TaskSpec) -> TaskSpec:
    """Return the same game as one stage whose only function is the action itself."""

    def facts(state: Any, stage: str, results: Results) -> str:
        return task.numbers(state)

    def silent(state: Any, stage: str, results: Results, hint: Any) -> Call:
        raise NotImplementedError("its labels come from the expert's functions")

    return replace(
        task,
        stages=(
            Stage(name="act", result="action", returns=task.action, title="the action"),
        ),
        facts=facts,
        expert=silent,
        wordings={},
        properties={},
    )


def outputs_base(task: TaskSpec) -> FunctionBase:
    """Return the base of that one function."""
    # The jail takes the types of values from the source, so that it must say them.
    action = next(name for name, kind in task.words.items() if kind == task.action)
    source = SOURCE.format(module=task.state_module, action=action)
    act = Function(
        name="act",
        task=task.name,
        stage="act",
        signature=Signature(
            parameters=(
                Parameter(name="action", annotation=task.action, spelled=action),
            ),
            returns=task.action,
            spelled=action,
        ),
        summary="Do this.",
        condition="it is your turn",
        source=source,
        path="act.py",
        digest=digest(source),
    )
    return FunctionBase(task=task.name, functions=(act,), digest=act.digest)


def outputs_call(action: Any) -> Call:
    """Return the call that writes an action."""
    return Call(
        stage="act", result="action", function="act", arguments=(("action", action),)
    )
