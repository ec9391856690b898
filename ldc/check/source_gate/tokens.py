"""The tokens of a function file, made once when two entries ask."""

import io
import tokenize
from collections.abc import Sequence
from functools import lru_cache

from ldc.ir import Function


def tokens(function: Function) -> Sequence[tokenize.TokenInfo]:
    """Return the tokens of a file; raises as `tokenize`."""
    return _tokens(function.source)


@lru_cache(maxsize=1)
def _tokens(source: str) -> Sequence[tokenize.TokenInfo]:
    return tuple(tokenize.generate_tokens(io.StringIO(source).readline))
