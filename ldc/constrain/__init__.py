"""Stage 3, what the student may say: function base, state -> grammar, token mask."""

from ldc.constrain.narrow import StageGrammar, narrow
from ldc.constrain.token_mask import Matcher
from ldc.constrain.tokens import Tokens
from ldc.constrain.walk import walk
from ldc.constrain.whole import compile_grammar, verify

__all__ = [
    "Matcher",
    "StageGrammar",
    "Tokens",
    "compile_grammar",
    "narrow",
    "verify",
    "walk",
]
