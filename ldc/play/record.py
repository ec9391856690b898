"""Episodes on disk: one file each, so that a killed run goes on after the last one."""

import ast
from dataclasses import asdict
from typing import Any

from ldc.author.defaults import value_of
from ldc.errors import DatasetError
from ldc.ir import Call, Decision, Episode, Prompt, Step, TaskSpec, Variable
from ldc.jail.values import Misfit, decode, encode
from ldc.turns import turns


def record(task: TaskSpec, episode: Episode) -> dict[str, Any]:
    """Return an episode as JSON values; `hint`, which only labels need, is left out."""
    plain = {
        name: getattr(episode, name)
        for name in Episode.__dataclass_fields__
        if name != "steps"
    }
    return {**plain, "steps": [_step(task, step) for step in episode.steps]}


def episode_of(task: TaskSpec, data: Any, where: str) -> Episode:
    """Return the episode of a record.

    Raises:
        DatasetError: A field is missing or does not fit the task's types.
    """
    try:
        steps = tuple(_read_step(task, step) for step in data["steps"])
        incidents = tuple(data["incidents"])
        return Episode(**{**data, "steps": steps, "incidents": incidents})
    except (Misfit, KeyError, TypeError, ValueError, SyntaxError) as error:
        raise DatasetError(
            where,
            f"no episode of {task.name}: {error!r}",
            "delete it; it is made again",
        ) from error


def _step(task: TaskSpec, step: Step) -> dict[str, Any]:
    decision = step.decision
    lines = zip(decision.results, turns(task, step.state), strict=True)
    return {
        "state": encode(step.state, task.state),
        "reward": step.reward,
        "illegal_moves": step.illegal_moves,
        "notes": step.notes,
        "calls": [str(call) for call in decision.calls],
        "results": [encode(result, turn.stage.returns) for result, turn in lines],
        "candidates": decision.candidates,
        "log_probabilities": decision.log_probabilities,
        "forward_passes": decision.forward_passes,
        "branches": decision.branches,
        "milliseconds": decision.milliseconds,
        "prompts": [asdict(prompt) for prompt in decision.prompts],
        "branch_log_probabilities": decision.branch_log_probabilities,
        "entropy_bits": decision.entropy_bits,
    }


def _read_step(task: TaskSpec, data: Any) -> Step:
    state = decode(data["state"], task.state)
    stages = [turn.stage for turn in turns(task, state)]
    calls = zip(data["calls"], stages, strict=True)
    results = zip(data["results"], stages, strict=True)
    decision = Decision(
        calls=tuple(call_of(text, stage.name, task) for text, stage in calls),
        results=tuple(decode(value, stage.returns) for value, stage in results),
        candidates=tuple(tuple(names) for names in data["candidates"]),
        log_probabilities=tuple(data["log_probabilities"]),
        forward_passes=data["forward_passes"],
        branches=data["branches"],
        milliseconds=data["milliseconds"],
        prompts=tuple(Prompt(**prompt) for prompt in data["prompts"]),
        branch_log_probabilities=_rows(data.get("branch_log_probabilities", ())),
        entropy_bits=_rows(data.get("entropy_bits", ())),
    )
    return Step(
        state=state,
        decision=decision,
        reward=data["reward"],
        illegal_moves=data["illegal_moves"],
        notes=data["notes"],
    )


def _rows(data: Any) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(row) for row in data)


def call_of(text: str, stage: str, task: TaskSpec) -> Call:
    """Return the call that `str(call)` spelled.

    Args:
        text: The call.
        stage: Name of its stage.
        task: Names the variables, and what records and enums are.

    Raises:
        ValueError: It is no call, or an argument is no value of the task.
    """
    variables = {"state", *(one.result for one in task.stages)}
    match ast.parse(text).body:
        case [
            ast.Assign(
                targets=[ast.Name(id=result)],
                value=ast.Call(func=ast.Name(id=function), keywords=keywords),
            )
        ]:
            return Call(
                stage=stage,
                result=result,
                function=function,
                arguments=tuple(
                    (
                        str(keyword.arg),
                        Variable(ast.unparse(keyword.value))
                        if ast.unparse(keyword.value) in variables
                        else value_of(keyword.value, task.words),
                    )
                    for keyword in keywords
                ),
            )
    raise ValueError(f"{text!r} is no call")
