"""The shipped function bases, read from their files and not checked again."""

from functools import cache
from pathlib import Path

from ldc.author.source import read_folder
from ldc.ir import Function, FunctionBase, TaskSpec, digest
from ldc.render import Renderer
from ldc.tasks.blackjack import TASK as BLACKJACK
from ldc.tasks.pursuit import TASK as PURSUIT

ROOT = Path(__file__).parents[2]
TASKS = {task.name: task for task in (BLACKJACK, PURSUIT)}
RENDERER = Renderer([ROOT / "templates"])


@cache
def base_of(name: str) -> FunctionBase:
    """Return a task's functions as its files stand now."""
    functions = read_folder(TASKS[name], ROOT / "function_base" / name, ROOT)
    whole = digest(*(function.digest for function in functions))
    return FunctionBase(task=name, functions=functions, digest=whole)


def menu_of(task: TaskSpec, stage: str) -> tuple[Function, ...]:
    """Return a stage's functions in base order."""
    return tuple(f for f in base_of(task.name).functions if f.stage == stage)
