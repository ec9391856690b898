"""States that occurred in play, kept beside the base for functions to be tried on.

States made by type are broad, but few of them look like a game; these do.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ldc import store
from ldc.errors import DatasetError
from ldc.ir import TaskSpec

FILE = "states.jsonl"

MOST = 200
"""States that are kept: half of them is shown, half held out."""

LARGEST = 50_000
"""Bytes of the file, which lies in git."""


def read_states(task: TaskSpec, folder: Path) -> tuple[Any, ...]:
    """Return the kept states; none when there is no file.

    Args:
        task: Gives the type.
        folder: `function_base/<task>`.

    Raises:
        StoreError: The file cannot be read.
        DatasetError: A line is damaged, or no state of the task as it is now.
    """
    file = folder / FILE
    if not file.exists():
        return ()
    from ldc.jail.values import Misfit, codec  # brings the jail with it

    decode = codec(task.state).decode
    states = []
    for line, row in enumerate(store.read_jsonl(file), 1):
        try:
            states.append(decode(row["state"]))
        except (Misfit, KeyError) as error:
            raise DatasetError(
                f"{store.shown(file)}:{line}",
                f"no state of {task.name}: {error}",
                "delete the file, and record play again: "
                f"ldc play {task.name} --keep-states",
            ) from error
    return tuple(states)


def keep_states(task: TaskSpec, folder: Path, met: Iterable[Any]) -> int:
    """Write a sample of the states met, evenly from first to last; return how many.

    It is as large as `MOST` and `LARGEST` allow.

    Raises:
        StoreError: The file cannot be written.
    """
    from ldc.jail.values import codec

    states = [*dict.fromkeys(met)]
    encode = codec(task.state).encode
    rows = [{"state": encode(state)} for state in states]
    sizes = [len(store.canonical(row).encode()) + 1 for row in rows]
    step = max(1, -(-len(rows) // MOST))
    while sum(sizes[::step]) > LARGEST:
        step += 1
    store.write_jsonl(folder / FILE, rows[::step])
    return len(rows[::step])
