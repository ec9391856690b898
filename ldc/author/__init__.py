"""Stage 1: somebody writes functions; today people do, and this stage reads them."""

from pathlib import Path

from ldc.author.source import read_folder
from ldc.ir import Function, TaskSpec


def author(task: TaskSpec, folder: Path, root: Path) -> tuple[Function, ...]:
    """Return the functions that people wrote, in stage order, then by name.

    Args:
        task: The task.
        folder: `function_base/<task>`.
        root: The project directory.

    Raises:
        SourceError: A file that is not one well-formed public function.
    """
    return read_folder(task, folder, root)
