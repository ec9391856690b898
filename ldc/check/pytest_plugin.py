"""Lets `pytest function_base` run the properties and examples of function files.

They run in the process of pytest, so that breakpoints work: for people at their own
files. The gates source and policy come first; a verdict still comes from `ldc check`
alone, where everything runs in the jail.
"""

import doctest
import importlib
import importlib.util
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from ldc.author.source import read_function, read_properties
from ldc.check.inputs import Arguments, arguments_of, draw, smallest
from ldc.check.policy import policy
from ldc.check.source_gate import source_gate
from ldc.errors import LdcError, TaskError
from ldc.ir import Function, TaskSpec

EXAMPLES = 60
"""Inputs that a property is tried on."""


def pytest_collect_file(
    file_path: Path, parent: pytest.Collector
) -> "FunctionFile | None":
    """Collect `function_base/<task>/<stage>/<function>.py`."""
    here = file_path.parts
    if file_path.suffix == ".py" and here[-4:-3] == ("function_base",):
        return FunctionFile.from_parent(parent, path=file_path)
    return None


class FunctionFile(pytest.File):
    """One function file: its properties, then its examples."""

    def collect(self) -> Iterable[pytest.Item]:
        """Read the file, and load it when the first two gates pass it."""
        *_, task_name, stage, _ = self.path.parts
        root = self.path.parents[3]
        try:
            task = _task(task_name)
            function = read_function(
                self.path.read_text("utf-8"),
                task=task,
                stage=stage,
                path=self.path.relative_to(root).as_posix(),
            )
        except LdcError as error:
            raise self.CollectError(str(error)) from error
        found = [*source_gate(function, task)] or [*policy(function, task)]
        if found:
            raise self.CollectError("\n".join(map(str, found)))
        module = _loaded(self.path)
        for own in read_properties(function, task=task):
            yield PropertyItem.from_parent(
                self, name=own.name, own=own, task=task, module=module
            )
        yield ExampleItem.from_parent(
            self, name=f"{function.name} examples", function=function, module=module
        )


class BrokenError(AssertionError):
    """A property or an example that does not hold; its text is the whole report."""


class _Item(pytest.Item):
    """An item whose failures are told in our words."""

    def repr_failure(
        self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None
    ) -> Any:
        """Return the report of a broken property, else the usual traceback."""
        if isinstance(excinfo.value, BrokenError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Return where the item stands."""
        return self.path, None, self.name


class PropertyItem(_Item):
    """One `always_*` predicate."""

    def __init__(
        self, *, own: Function, task: TaskSpec, module: ModuleType, **rest: Any
    ) -> None:
        super().__init__(**rest)
        self.own = own
        self.task = task
        self.module = module

    def runtest(self) -> None:
        """Try it on drawn inputs; raise with the smallest for which it fails."""
        wanted = {p.name: p.annotation for p in self.own.signature.parameters}
        strategy = arguments_of(self.task, wanted, ())
        inputs = draw(strategy, examples=EXAMPLES, seed=0)
        if not inputs:
            why = "no input fits its parameters: widen their types"
            raise BrokenError(f"{self.name} was tried on nothing; {why}")
        failing = next((a for a in inputs if not self._holds(a)), None)
        if failing is None:
            return
        small = smallest(
            strategy,
            lambda a: not self._holds(a),
            failing,
            examples=EXAMPLES,
            seed=0,
        )
        spelled = ", ".join(f"{name}={small[name]!r}" for name in wanted)
        raise BrokenError(f"{self.name} does not hold for {spelled}")

    def _holds(self, arguments: Arguments) -> bool:
        wanted = (p.name for p in self.own.signature.parameters)
        holds = getattr(self.module, self.own.name)
        return holds(**{name: arguments[name] for name in wanted}) is True


class ExampleItem(_Item):
    """The examples of a manual."""

    def __init__(self, *, function: Function, module: ModuleType, **rest: Any) -> None:
        super().__init__(**rest)
        self.function = function
        self.module = module

    def runtest(self) -> None:
        """Run the examples as doctests; raise with what doctest says."""
        said: list[str] = []
        runner = doctest.DocTestRunner(verbose=False)
        finder = doctest.DocTestFinder(recurse=False)
        called = getattr(self.module, self.function.name)
        globs: Mapping[str, Any] = vars(self.module)
        for test in finder.find(called, self.function.name, globs=dict(globs)):
            runner.run(test, out=said.append)
        if said:
            raise BrokenError("".join(said))


def _task(name: str) -> TaskSpec:
    for module in (f"ldc.tasks.{name}", f"tasks.{name}"):
        try:
            task = importlib.import_module(module).TASK
        except ModuleNotFoundError as error:
            if error.name not in (module, module.rpartition(".")[0]):
                raise
            continue
        if isinstance(task, TaskSpec):
            return task
    raise TaskError(
        f"function_base/{name}",
        f"task {name!r} does not exist",
        "start pytest in the project, or name the folder after a task",
    )


def _loaded(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"function_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
