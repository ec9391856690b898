"""All that is known about one function, and the page of a rule."""

import ast
from dataclasses import dataclass, replace

from ldc import check, constrain
from ldc.build import Job, author_stage, check_stage, origins
from ldc.errors import TaskError, did_you_mean
from ldc.ir import Function, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """All that is known about one function."""

    verdict: Verdict
    manual: str
    """Its whole docstring."""
    origin: str
    """Who wrote it, in words."""
    production: str
    """Its line of the grammar; empty when it is not in the base."""


def show(job: Job) -> Sheet:
    """Return what is known about the one function of the job.

    Raises:
        LdcError: As `check_stage`.
    """
    whole = replace(job, only="")
    verdicts = check_stage(whole)
    function = author_stage(job)[0]
    verdict = next(v for v in verdicts if v.function.name == function.name)
    told = {f.name: origin for f, origin in origins(job)}
    base = check.admit(job.task, verdicts)
    production = ""
    if function in base.functions:
        text = constrain.compile_grammar(job.task, base).text
        head = f"{function.name}: "
        production = next(li for li in text.splitlines() if li.startswith(head))
    return Sheet(
        verdict=verdict,
        manual=_docstring(function),
        origin=told[function.name],
        production=production,
    )


def rule_page(code: str) -> str:
    """Return the page of a rule, by its code in capitals or not.

    Raises:
        TaskError: No rule of that code has a page.
    """
    from ldc.check.rules import pages

    known = pages()
    if code.upper() not in known:
        raise TaskError(
            "ldc rule",
            f"no page for the code {code!r}",
            did_you_mean(code.upper(), list(known)),
        )
    return known[code.upper()]


def _docstring(function: Function) -> str:
    for node in ast.parse(function.source).body:
        if isinstance(node, ast.FunctionDef) and node.name == function.name:
            return ast.get_docstring(node) or ""
    return ""
