"""LDC006 not-python: the text does not parse.

What it does: refuses what this Python's parser refuses, and towers of brackets that
break it.

Why: every other gate reads the parsed file.

Not good:

    return (pick,

Good:

    return (pick,)
"""

import tokenize
from collections.abc import Iterator

from ldc.check.findings import finding
from ldc.check.source_gate.tokens import tokens
from ldc.ir import Finding, Function


def not_python(function: Function) -> Iterator[Finding]:
    """Yield what no token can be made of; `author` has parsed the file by then."""
    if function.source.isascii():
        return  # then the parser and `tokenize` read alike
    try:
        for _ in tokens(function):
            pass
    except (SyntaxError, tokenize.TokenError) as error:
        yield finding(
            function,
            "LDC006",
            1,
            f"not-python: {error}",
            "correct the line until `python -m tokenize` accepts the file",
        )
