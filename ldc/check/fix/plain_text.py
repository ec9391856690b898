"""Ends lines and the file as everybody does, and leaves strings alone."""

import io
import tokenize


def plain_text(source: str) -> str:
    r"""Return a text with plain line ends, no space behind lines or around the file.

    Lines that end within a string keep what stands behind them.

    Example:
        >>> plain_text("x = 1 \r\n")
        'x = 1\n'
    """
    text = source.replace("\r\n", "\n").strip("\n") + "\n"
    kept = _within_strings(text)
    lines = text.split("\n")
    return "\n".join(
        line if number in kept else line.rstrip(" \t")
        for number, line in enumerate(lines, 1)
    )


def _within_strings(text: str) -> set[int]:
    """Return the numbers of the lines that end within a string."""
    within: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        # From Python 3.12 on, the text of an f-string is a token of its own.
        if tokenize.tok_name[token.type] in ("STRING", "FSTRING_MIDDLE"):
            within.update(range(token.start[0], token.end[0]))
    return within
