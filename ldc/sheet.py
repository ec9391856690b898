"""The proof sheet: all that is known about one function, as a value and as JSON."""

import ast
from dataclasses import dataclass, replace
from typing import Any

from ldc import check, constrain
from ldc.author import provenance
from ldc.base import author_stage, check_stage, read_stage
from ldc.check.formats.json_object import told
from ldc.ir import Function, Verdict
from ldc.job import Job


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """All that is known about one function."""

    verdict: Verdict
    manual: str
    """Its whole docstring."""
    code: tuple[tuple[int, str], ...]
    """Its lines with their numbers, without those of the manual."""
    origin: str
    """Who wrote it, in words; empty when there is no function."""
    production: str
    """Its line of the grammar; empty when it is not in the base."""


def show(job: Job) -> Sheet:
    """Return what is known about the one function of the job, whatever the others are.

    A file that holds no function has a verdict, and nothing else.

    Raises:
        LdcError: As `check_stage`.
    """
    functions, _ = read_stage(job)
    verdicts = check_stage(replace(job, only=""))
    # Functions come last: of two files of one name, that with the function is meant.
    verdict = next(v for v in reversed(verdicts) if v.function.name == job.only)
    function = verdict.function
    if not functions:
        return Sheet(verdict=verdict, manual="", code=(), origin="", production="")
    folder = job.project.base_folder(job.task.name)
    origins = provenance.read_provenance(folder)
    origin = provenance.told_origins([function], origins)[function.name]
    base = check.admit(job.task, verdicts)
    production = ""
    if function in base.functions:
        text = constrain.compile_grammar(job.task, base).text
        head = f"{function.name}: "
        production = next(li for li in text.splitlines() if li.startswith(head))
    manual, code = _parted(function)
    return Sheet(
        verdict=verdict, manual=manual, code=code, origin=origin, production=production
    )


def origins(job: Job) -> tuple[tuple[Function, str], ...]:
    """Return each function with who wrote it, in words.

    Raises:
        SourceError: As `author_stage`, or a damaged `provenance.json`.
    """
    functions = author_stage(replace(job, only=""))
    folder = job.project.base_folder(job.task.name)
    told = provenance.told_origins(functions, provenance.read_provenance(folder))
    return tuple((function, told[function.name]) for function in functions)


def as_json(sheet: Sheet) -> dict[str, Any]:
    """Return the verdict as `ldc check --json` tells it, with the rest of the sheet."""
    return told(sheet.verdict) | {
        "manual": sheet.manual,
        "source": sheet.verdict.function.source,
        "origin": sheet.origin,
        "production": sheet.production,
    }


def _parted(function: Function) -> tuple[str, tuple[tuple[int, str], ...]]:
    """Return the manual of a function, and the other lines of its file."""
    manual, hidden = "", range(0)
    for node in ast.parse(function.source).body:
        if isinstance(node, ast.FunctionDef) and node.name == function.name:
            manual = ast.get_docstring(node) or ""
            first = node.body[0]
            if manual:
                hidden = range(first.lineno, (first.end_lineno or first.lineno) + 1)
    lines = enumerate(function.source.splitlines(), 1)
    return manual, tuple(line for line in lines if line[0] not in hidden)
