"""LDC004 silenced-check: a comment that switches a check off.

What it does: refuses `type: ignore`, `noqa`, `pragma`, and the like of other tools.

Why: what a check says is mended, or the check is changed; for all files alike.

Not good:

    return (pick * 9,)  # type: ignore

Good:

    return (pick,)
"""

import re
import tokenize
from collections.abc import Iterator

from ldc.check.findings import finding
from ldc.check.source_gate.tokens import tokens
from ldc.ir import Finding, Function

SILENCERS = re.compile(
    r"type:\s*ignore|noqa|pragma|nosec|(?:mypy|pyright|pylint|ruff|fmt|isort):",
    re.IGNORECASE,
)
"""What such a comment holds."""


def silenced_check(function: Function) -> Iterator[Finding]:
    """Yield each such comment."""
    if not SILENCERS.search(function.source):
        return
    for token in tokens(function):
        if token.type == tokenize.COMMENT and SILENCERS.search(token.string):
            yield finding(
                function,
                "LDC004",
                token.start[0],
                f"silenced-check: the comment {token.string!r} switches a check off",
                "delete it, and mend what the check says",
            )
