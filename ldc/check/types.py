"""Gate 5, types: mypy --strict over all functions at once, in this process."""

import importlib.util
import os
import re
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ldc.check.findings import finding
from ldc.errors import StoreError
from ldc.ir import Finding, Function, TaskSpec

MESSAGE = re.compile(r"f_(\w{16})\.py:(\d+):(\d+): error: (.*?)(?:  \[([\w-]+)\])?$")
"""A line of mypy's report about one of our copies."""


def types_gate(
    functions: Sequence[Function], task: TaskSpec, root: Path
) -> Mapping[str, tuple[Finding, ...]]:
    """Return function digest -> what mypy says about it; nothing of it is executed.

    Each text is copied to a file named by its digest, so that mypy, which takes a file
    of the same second and length for unchanged, can never answer for another text.

    Args:
        functions: What to check.
        task: Gives the state module.
        root: The project; `.ldc/mypy` in it keeps what mypy knows between runs.

    Raises:
        StoreError: The copies cannot be written, or mypy itself fails.
    """
    if not functions:
        return {}
    folder = root / ".ldc" / "types"
    files = {f.digest: folder / f"f_{f.digest}.py" for f in functions}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for function in functions:
            _write(files[function.digest], function.source)
        _write(folder / "mypy.ini", _settings(task, root))
    except OSError as error:
        raise StoreError(
            ".ldc/types",
            f"cannot be written: {error.strerror}",
            "free some space, or correct the permissions",
        ) from error
    flags = ("--config-file", str(folder / "mypy.ini"))
    kept = ("--cache-dir", str(root / ".ldc" / "mypy"))
    return _told(
        functions, lambda some: [*flags, *kept, *(str(files[f.digest]) for f in some)]
    )


def _told(
    functions: Sequence[Function], arguments: Callable[[Sequence[Function]], list[str]]
) -> dict[str, tuple[Finding, ...]]:
    """Return what mypy says about each; one that it cannot read hides no other."""
    report, trouble, status = _run(arguments(functions))
    found: dict[str, tuple[Finding, ...]] = {f.digest: () for f in functions}
    by_digest = {f.digest: f for f in functions}
    for line in report.splitlines():
        told = MESSAGE.search(line)
        if told and told[1] in by_digest:
            what = f"{told[4]} [{told[5] or 'syntax'}]"
            seen = _wrong(by_digest[told[1]], int(told[2]), what)
            found[told[1]] = (*found[told[1]], seen)
    said = (trouble or report).strip()[-500:]
    if status == 1 and not any(found.values()):
        raise StoreError(
            "mypy",
            f"did not run: {said!r}",
            "delete .ldc/mypy, and see that the state module passes `mypy --strict`",
        )
    if status == 2:  # it stopped: what it has not blamed, it has not looked at
        rest = [f for f in functions if not found[f.digest]]
        if len(rest) < len(functions):
            parts = [rest] if rest else []
        elif len(rest) > 1:
            parts = [rest[: len(rest) // 2], rest[len(rest) // 2 :]]
        else:
            return {
                rest[0].digest: (_wrong(rest[0], 1, f"mypy cannot read it: {said}"),)
            }
        for part in parts:
            found |= _told(part, arguments)
    return found


def _run(arguments: list[str]) -> tuple[str, str, int]:
    from mypy import api

    # mypy raises the limit for good, and with it how deep a later gate would read.
    limit = sys.getrecursionlimit()
    try:
        return api.run(arguments)
    except RecursionError as error:
        return "", str(error), 2
    finally:
        sys.setrecursionlimit(limit)


def _wrong(function: Function, line: int, what: str) -> Finding:
    return finding(
        function,
        "LDC201",
        line,
        f"wrong-type: {what}",
        "correct the types; `Any` and `cast` are not available",
    )


def _settings(task: TaskSpec, root: Path) -> str:
    """Return mypy's settings: strict, and finding the task where Python finds it."""
    paths = {str(root.resolve())}
    for module in ("ldc", task.state_module):
        spec = importlib.util.find_spec(module)
        origin = Path(spec.origin) if spec and spec.origin else root / "none.py"
        depth = module.count(".") + (1 if origin.name == "__init__.py" else 0)
        base = origin.resolve().parents[depth]
        # mypy finds installed packages by itself, and refuses to be told.
        if "site-packages" not in base.parts:
            paths.add(str(base))
    return (
        "[mypy]\nstrict = True\nfollow_imports = silent\n"
        "show_column_numbers = True\npretty = False\n"
        "error_summary = False\ncolor_output = False\nnamespace_packages = True\n"
        f"explicit_package_bases = True\nmypy_path = {':'.join(sorted(paths))}\n"
    )


def _write(file: Path, text: str) -> None:
    """Write a text atomically, unless it stands there already."""
    if file.exists() and file.read_text("utf-8") == text:
        return
    handle, name = tempfile.mkstemp(dir=file.parent)
    with os.fdopen(handle, "w", encoding="utf-8") as new:
        new.write(text)
    Path(name).replace(file)
