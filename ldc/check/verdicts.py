"""Keeps verdicts between runs, as records that say what they hang on.

A record is canonical JSON. Its digest covers all but the clock: two machines that come
to the same verdict write the same digest.
"""

import ast
import dataclasses
import importlib.util
import platform
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from ldc import store
from ldc.check.settings import Settings
from ldc.errors import LdcError
from ldc.ir import (
    Counterexample,
    Finding,
    Function,
    Survivor,
    TaskSpec,
    Verdict,
    digest,
)

SCHEMA = 1
"""Version of the record; another one is not read."""

TOOLS = ("annotated-types", "hypothesis", "libcst", "mypy")
"""Packages whose version may change a verdict."""

CLOCK = ("seconds", "microseconds")
"""Fields that differ from run to run."""

Ground = Mapping[str, Any]
"""All that can change a verdict, but for the function and its regressions."""


def ground_of(task: TaskSpec, states: Sequence[Any], settings: Settings) -> Ground:
    """Return what verdicts of a task hang on, as JSON: digests, versions, dials."""
    dials = dataclasses.asdict(settings) | {"without": sorted(settings.without)}
    return {
        "schema": SCHEMA,
        "task": digest(repr(task.stages), _package_of(task.state_module)),
        "states": digest(*map(repr, states)),
        "settings": dials,
        "gates": _gates(),
        "tools": {tool: version(tool) for tool in TOOLS},
        "python": platform.python_version(),
    }


def drawing_ground(ground: Ground) -> str:
    """Return the digest of what drawn inputs hang on: not the gates, nor the dials."""
    return digest(ground["task"], ground["tools"]["hypothesis"], ground["python"])


def key_of(
    function: Function, ground: str, regressions: Sequence[Mapping[str, Any]]
) -> str:
    """Return the name under which a verdict is kept.

    Args:
        function: What it is about.
        ground: The digest of the ground.
        regressions: What the function is tried on, since it once failed.
    """
    again = [store.canonical(row) for row in regressions]
    return digest(function.digest, function.path, ground, *again)


def read_verdict(root: Path, key: str, function: Function) -> Verdict | None:
    """Return a kept verdict; None when there is none that can be read."""
    held = _read.get((root, key))
    if held is None:
        held = _from_record(root, key, function)
        if held is not None:
            _read[root, key] = held
    return held


_read: dict[tuple[Path, str], Verdict] = {}
"""Verdicts of this process: a key says all that they hang on. For `--watch`."""


def _from_record(root: Path, key: str, function: Function) -> Verdict | None:
    try:
        row = store.read_json(_file(root, key))
        told = {**row["verdict"], **row["clock"]}
        if digest(store.canonical([row["function"], row["verdict"]])) != row["digest"]:
            return None
        return Verdict(
            function=function,
            findings=tuple(Finding(**seen) for seen in told.pop("findings")),
            counterexamples=tuple(
                Counterexample(**one) for one in told.pop("counterexamples")
            ),
            survivors=tuple(Survivor(**one) for one in told.pop("survivors")),
            gates=tuple((gate, status) for gate, status in told.pop("gates")),
            unreached=tuple(told.pop("unreached")),
            cached=True,
            **told,
        )
    except (LdcError, ValueError, TypeError, KeyError, AttributeError):
        return None  # absent or damaged: the gates run again


def keep_verdict(root: Path, key: str, verdict: Verdict, ground: Ground) -> None:
    """Write the record of a verdict, unless a gate broke: that is no verdict to keep.

    Raises:
        StoreError: The file cannot be written.
    """
    if any(status == "error" for _, status in verdict.gates):
        return
    from ldc.jail.weave import FUEL  # not for the key: the digest of the gates has it

    function = verdict.function
    fields = dataclasses.asdict(
        dataclasses.replace(verdict, function=None)  # type: ignore[arg-type]
    )
    about = {
        "name": function.name,
        "task": function.task,
        "stage": function.stage,
        "path": function.path,
        "source": function.digest,
        "meaning": digest(ast.dump(ast.parse(function.source))),
    }
    left_out = {*CLOCK, "function", "cached"}
    told = {name: value for name, value in fields.items() if name not in left_out}
    row = {
        "function": about,
        "ground": {**ground, "fuel": FUEL, "hash_seeds": [0, 1]},
        "verdict": told,
        "digest": digest(store.canonical([about, told])),
        "clock": {name: fields[name] for name in CLOCK},
    }
    store.write_text(_file(root, key), store.canonical(row) + "\n")


def _file(root: Path, key: str) -> Path:
    # A folder of many thousand files is slow to write into.
    return Path(f"{root}/.ldc/verdicts/{key[:2]}/{key}.json")


def _package_of(module: str) -> str:
    """Return the digest of the Python files beside a module."""
    spec = importlib.util.find_spec(module)
    if spec is None or spec.origin is None:
        return ""
    return _texts(Path(spec.origin).parent)


@cache
def _gates() -> str:
    """Return the digest of the sources of the gates."""
    package = Path(__file__).parents[1]
    return digest(*(_texts(package / stage) for stage in ("author", "check", "jail")))


def _texts(folder: Path) -> str:
    files = sorted(folder.rglob("*.py"))
    return digest(*(text for f in files for text in (f.name, f.read_text("utf-8"))))
