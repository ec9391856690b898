"""LDC005 unreadable-file: what lies there is no text file of the base.

What it does: refuses a folder, pipe or device named `x.py`, a link that leads out of
the base, a file that is empty, may not be read, is not UTF-8, or claims another coding.

Why: it is not opened, so nothing is known about it; the other files are still judged.

Not good: a link to a file elsewhere, saved as Latin-1.

Good: a file of its own, saved as UTF-8.
"""

import re
from collections.abc import Iterator

from ldc.check.findings import finding
from ldc.ir import Finding, Function

COOKIE = re.compile(r"[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
"""How a line says its coding, in the first two lines."""


def unreadable_file(function: Function) -> Iterator[Finding]:
    """Yield what makes readers take the text for different ones; see also `author`."""
    for number, line in enumerate(function.source.split("\n", 2)[:2], 1):
        claimed = COOKIE.match(line)
        if claimed and claimed[1].lower() not in ("utf-8", "utf8"):
            yield finding(
                function,
                "LDC005",
                number,
                f"unreadable-file: it claims to be coded as {claimed[1]!r}",
                "delete the comment; the file is read as UTF-8",
            )
    try:
        function.source.encode("utf-8")
    except UnicodeEncodeError as error:
        yield finding(
            function,
            "LDC005",
            function.source.count("\n", 0, error.start) + 1,
            f"unreadable-file: {function.source[error.start]!r} is no UTF-8 text",
            "save the file as UTF-8",
        )
