"""Names types as the task does, and says in a few words which values they have."""

from typing import Any, Literal, get_args, get_origin

from annotated_types import Ge, Gt, Le, Lt

from ldc.errors import TaskError
from ldc.ir import TaskSpec

PLAIN = {"bool": bool, "int": int, "float": float, "str": str}
"""Types that need no word of the task."""


def spelled(task: TaskSpec, kind: Any) -> str:
    """Return the name that a type has in the task's words.

    Raises:
        TaskError: It has none.
    """
    for name, known in (*task.words.items(), *PLAIN.items()):
        if not name.startswith("_") and type(known) is type(kind) and known == kind:
            return name
    raise TaskError(
        task.state_module,
        f"{task.name!r} has the type {kind!r}, which has no name there",
        "give it one, so that functions can be written with it",
    )


def values_of(kind: Any) -> str:
    """Return which values a type has; "" when a few words cannot say it.

    Example:
        >>> from typing import Annotated
        >>> values_of(Annotated[int, Ge(1), Le(3)])
        '1 to 3'
        >>> values_of(Literal["up", "down"])
        "'up' or 'down'"
    """
    if get_origin(kind) is Literal:
        return " or ".join(map(repr, get_args(kind)))
    if get_origin(kind) is tuple:
        parts = [values_of(part) for part in get_args(kind)]
        return f"({', '.join(parts)})" if parts and all(parts) else ""
    ends: dict[str, int] = {}
    for limit in getattr(kind, "__metadata__", ()):
        match limit:
            case Ge(ge=int(least)):
                ends["least"] = least
            case Gt(gt=int(least)):
                ends["least"] = least + 1
            case Le(le=int(most)):
                ends["most"] = most
            case Lt(lt=int(most)):
                ends["most"] = most - 1
    if get_args(kind)[:1] == (int,) and len(ends) == 2:
        return f"{ends['least']} to {ends['most']}"
    return ""
