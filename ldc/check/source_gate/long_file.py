"""LDC002 long-file: more than 20,000 bytes.

What it does: refuses longer files; they are not even read.

Why: a function is one idea, and every gate has a budget.

Not good: tables of answers, or ten helpers.

Good: 25 to 80 lines.
"""

from collections.abc import Iterator

from ldc.author.source import MAX_BYTES
from ldc.check.findings import finding
from ldc.ir import Finding, Function


def long_file(function: Function) -> Iterator[Finding]:
    """Yield that a file is too long."""
    size = len(function.source.encode("utf-8", "replace"))
    if size > MAX_BYTES:
        yield finding(
            function,
            "LDC002",
            1,
            f"long-file: {size} bytes, at most {MAX_BYTES} are read",
            "a function file is one idea in 25 to 80 lines",
        )
