"""Keeps verdicts between runs: an unchanged function costs nothing."""

import dataclasses
import importlib.util
import json
import os
import platform
import tempfile
from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from ldc.errors import StoreError
from ldc.ir import Counterexample, Finding, Function, TaskSpec, Verdict, digest

TOOLS = ("annotated-types", "hypothesis", "libcst", "mypy")
"""Packages whose version may change a verdict."""


def ground_of(task: TaskSpec, states: Sequence[Any], *settings: object) -> str:
    """Return the digest of all that can change a verdict, but for the function.

    That is the stages, the task's package (state module, properties), the recorded
    states, the gates, their tools and Python.
    """
    return digest(
        repr(task.stages),
        _package_of(task.state_module),
        *map(repr, states),
        *map(repr, settings),
        _gates(),
    )


def key_of(function: Function, ground: str) -> str:
    """Return the name under which a verdict is kept."""
    return digest(function.digest, function.path, ground)


def read_verdict(root: Path, key: str, function: Function) -> Verdict | None:
    """Return a kept verdict; None when there is none that can be read."""
    try:
        kept = json.loads(_file(root, key).read_text("utf-8"))
        findings = tuple(Finding(**entry) for entry in kept.pop("findings"))
        smallest = tuple(
            Counterexample(**entry) for entry in kept.pop("counterexamples")
        )
        return Verdict(
            function=function,
            findings=findings,
            counterexamples=smallest,
            cached=True,
            **kept,
        )
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None  # absent or damaged: the gates run again


def keep_verdict(root: Path, key: str, verdict: Verdict) -> None:
    """Write a verdict at once or not at all; `not_shown` is no verdict to keep.

    Raises:
        StoreError: The file cannot be written.
    """
    if verdict.outcome == "not_shown":
        return
    fields = dataclasses.asdict(dataclasses.replace(verdict, cached=False))
    del fields["function"], fields["cached"]
    file = _file(root, key)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as new:
            json.dump(fields, new)
        Path(name).replace(file)
    except OSError as error:
        raise StoreError(
            f".ldc/verdicts/{file.name}",
            f"cannot be written: {error.strerror}",
            "free some space, or correct the permissions",
        ) from error


def _file(root: Path, key: str) -> Path:
    return root / ".ldc" / "verdicts" / f"{key}.json"


def _package_of(module: str) -> str:
    """Return the digest of the Python files beside a module."""
    spec = importlib.util.find_spec(module)
    if spec is None or spec.origin is None:
        return ""
    return _texts(Path(spec.origin).parent)


@cache
def _gates() -> str:
    """Return the digest of the gates: their sources, tools, and Python."""
    package = Path(__file__).parents[1]
    return digest(
        *(_texts(package / stage) for stage in ("author", "check", "jail")),
        *(f"{tool} {version(tool)}" for tool in TOOLS),
        platform.python_version(),
    )


def _texts(folder: Path) -> str:
    files = sorted(folder.rglob("*.py"))
    return digest(*(text for f in files for text in (f.name, f.read_text("utf-8"))))
