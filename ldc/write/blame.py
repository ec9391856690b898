"""Says which of two texts a verdict blames: the function, or its properties alone."""

import ast

from ldc.author.definition import PROPERTY
from ldc.check.findings import WARNINGS
from ldc.ir import Finding, Verdict

OF_CHECK = frozenset({"LDC402", "LDC403", "LDC404", "LDC406", "LDC501"})
"""Codes that are always about properties: none, no use, too weak."""

OF_CALLS = "LDC10"
"""How the codes begin that tell of calls of the function: no answer, a wrong one."""


def blames_the_check(verdict: Verdict) -> bool:
    """Say whether only the teacher's own properties are wrong, as far as is told."""
    found = [seen for seen in verdict.findings if seen.code not in WARNINGS]
    if any(seen.code.startswith(OF_CALLS) for seen in found):
        return False
    return bool(found) and all(
        seen.code in OF_CHECK or _stands_in_check(seen, verdict.function.source)
        for seen in found
    )


def _stands_in_check(seen: Finding, source: str) -> bool:
    """Say whether a finding is about a property, or the helper of one."""
    try:
        made = [n for n in ast.parse(source).body if isinstance(n, ast.FunctionDef)]
    except SyntaxError:
        return False
    checks = {n.name for n in made if n.name.startswith(PROPERTY)}
    checks |= {f"_{name.removeprefix(PROPERTY)}" for name in checks}
    around = {n.name for n in made if n.lineno <= seen.line <= (n.end_lineno or 0)}
    return bool(around & checks)
