"""What a file imports, name by name, and whether it may."""

import ast
import types
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, get_origin

from ldc.ir import TaskSpec
from ldc.jail.allowed import BUILTINS, MODULES

NATIVE = types.BuiltinFunctionType


@dataclass(frozen=True, slots=True)
class Imported:
    """One name that an import binds."""

    node: ast.alias
    module: str
    name: str
    """What is taken from the module; "" for the module itself."""
    bound: str
    """The name in the file."""
    known: bool
    """Whether it may be imported."""

    @property
    def package(self) -> str:
        """The first part of the module's name."""
        return self.module.partition(".")[0]


def imported(
    nodes: Iterable[ast.Import | ast.ImportFrom], task: TaskSpec
) -> Iterator[Imported]:
    """Yield what the imports bind."""
    for node in nodes:
        for alias in node.names:
            if isinstance(node, ast.Import):
                # `import a.b` binds `a`, which may hold more than `a.b` does.
                known = "." not in alias.name and bool(MODULES.get(alias.name))
                bound = alias.asname or alias.name.partition(".")[0]
                yield Imported(alias, alias.name, "", bound, known)
            else:
                module = "." * node.level + (node.module or "")
                known = _may_take(module, alias.name, task)
                bound = alias.asname or alias.name
                yield Imported(alias, module, alias.name, bound, known)


def _may_take(module: str, name: str, task: TaskSpec) -> bool:
    if module == task.state_module:
        own = name in task.words and not name.startswith("_")
        return own and _is_harmless(task.words[name], module)
    return name in MODULES.get(module, ())


def _is_harmless(value: Any, state_module: str) -> bool:
    """Say whether a word is the task's own, or one that every function may import."""
    if isinstance(value, types.ModuleType):
        return False
    if get_origin(value) or not isinstance(value, (type, types.FunctionType, NATIVE)):
        return True
    home = getattr(value, "__module__", state_module)
    package = state_module.rpartition(".")[0]
    known = {**MODULES, "builtins": BUILTINS}.get(home, ())
    return home.startswith(f"{package}.") or value.__name__ in known
