"""Gate 1, source: plain text of a plain size; it hides nothing, silences no check."""

import io
import tokenize
import unicodedata
from collections.abc import Iterator

from ldc.check.findings import finding
from ldc.ir import Finding, Function, TaskSpec

MAX_BYTES = 20_000
"""Longest file."""

SILENCERS = (
    "type: ignore",
    "type:ignore",
    "noqa",
    "pragma",
    "mypy:",
    "pylint:",
    "fmt:",
)
"""Comments that switch a check off."""


def source_gate(function: Function, task: TaskSpec) -> Iterator[Finding]:
    """Yield what makes a file unreadable for a person or for a later gate."""
    del task  # every gate is given it; plain text is plain for all tasks
    try:
        size = len(function.source.encode("utf-8"))
    except UnicodeEncodeError as error:
        line = function.source.count("\n", 0, error.start) + 1
        yield finding(
            function,
            "LDC001",
            line,
            f"hidden-character: {function.source[error.start]!r} is no UTF-8 text",
            "save the file as UTF-8",
        )
        return
    if size > MAX_BYTES:
        yield finding(
            function,
            "LDC002",
            1,
            f"long-file: {size} bytes, at most {MAX_BYTES} are read",
            "a function file is one idea in 25 to 80 lines",
        )
        return
    for number, text in enumerate(function.source.split("\n"), 1):
        hidden = [c for c in text if unicodedata.category(c) in ("Cc", "Cf")]
        if hidden:
            yield finding(
                function,
                "LDC001",
                number,
                f"hidden-character: {unicodedata.name(hidden[0], repr(hidden[0]))}",
                "delete it; indent with spaces, end lines with a line feed alone",
            )
    yield from _words(function)


def _words(function: Function) -> Iterator[Finding]:
    for token in tokenize.generate_tokens(io.StringIO(function.source).readline):
        word, (line, _) = token.string, token.start
        if token.type == tokenize.NAME and not word.isascii():
            yield finding(
                function,
                "LDC003",
                line,
                f"strange-letters: the name {word!r} is not ASCII",
                "spell names in ASCII, where no two letters look alike",
            )
        if token.type == tokenize.COMMENT:
            silencer = next((s for s in SILENCERS if s in word.lower()), "")
            if silencer:
                yield finding(
                    function,
                    "LDC004",
                    line,
                    f"silenced-check: the comment {word!r} switches a check off",
                    "delete it, and mend what the check says",
                )
