"""A state that people write in JSON, read by its declared type as the jail reads it."""

from typing import Any

from ldc.errors import TaskError
from ldc.ir import TaskSpec
from ldc.jail.values import decode, encode
from ldc.spelling import record_fields

Told = dict[str, Any]


def state_of_json(task: TaskSpec, told: Any, where: str) -> Any:
    """Return the state that a JSON value tells.

    Args:
        task: Declares the type; its state module's `possible(state)`, if there is one,
            must hold.
        told: The fields by name, or in order, as `function_base/TASK/states.jsonl` and
            recorded episodes have them. Inside, values are as the jail sends them: a
            record is the list of its fields, an enum its name, a literal its place.
        where: Where it stands, as errors name it.

    Raises:
        TaskError: It is no state of the task.
    """
    names = _fields(task)
    mend = f"give {', '.join(names)}; `ldc serve {task.name}` prints one as an example"
    if isinstance(told, dict):
        wrong = set(told) ^ set(names)
        if wrong:
            name = next(n for n in (*names, *sorted(wrong)) if n in wrong)
            verb = "is missing" if name in names else "is no field"
            raise TaskError(where, f"{name!r} {verb}", mend)
        told = [told[name] for name in names]
    try:
        state = decode(told, task.state)
    except ValueError as error:  # a Misfit, or what the type's own code says
        raise TaskError(where, f"no state of {task.name}: {error}", mend) from error
    possible = task.words.get("possible")
    if possible is not None and not possible(state):
        what = f"{state!r} cannot occur in {task.name}: `possible` says so"
        raise TaskError(where, what, mend)
    return state


def state_to_json(task: TaskSpec, state: Any) -> Told:
    """Return a state as JSON, its fields by name; `state_of_json` reads it back."""
    names = _fields(task)
    return dict(zip(names, encode(state, task.state), strict=True))


def _fields(task: TaskSpec) -> list[str]:
    return [name for name, _ in record_fields(task.state)]
