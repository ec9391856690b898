"""A text as the tokens that the grammar emits, and where it left a choice."""

from ldc.constrain.narrow import StageGrammar
from ldc.constrain.token_mask import Matcher, TokenIds
from ldc.constrain.tokens import Tokens
from ldc.errors import GrammarError
from ldc.ir import Branch


def walk(
    grammar: StageGrammar, tokens: Tokens, text: str
) -> tuple[tuple[int, ...], tuple[Branch, ...]]:
    """Return the tokens of a text as the grammar emits them, and its branch points.

    Where the grammar allows the tokenizer's own token, that one is taken, else the
    longest allowed token that continues the text (byte grammars only).

    Raises:
        GrammarError: the grammar does not write this text.
    """
    return trace(grammar.matcher(tokens), tokens, text, grammar.where)


def trace(
    matcher: Matcher, tokens: Tokens, text: str, where: str
) -> tuple[tuple[int, ...], tuple[Branch, ...]]:
    """As `walk`, with a matcher at the start of its grammar, which is used up.

    Raises:
        GrammarError: the grammar does not write this text; `where` names it.
    """
    whole = text.encode()
    own = _by_offset(tokens.encode(text), tokens)
    ids: list[int] = []
    branches: list[Branch] = []
    offset = 0
    while not matcher.finished():
        allowed = matcher.allowed()
        here = own.get(offset, -1)
        if here not in allowed:
            here = _longest(allowed, tokens, whole[offset:])
        if here < 0:
            what = f"{text!r} leaves the grammar at byte {offset}: {whole[offset:]!r}"
            raise GrammarError(where, what, "spell a call that it offers")
        if len(allowed) > 1:
            branches.append(Branch(position=len(ids), allowed=tuple(map(int, allowed))))
        matcher.consume([here])
        ids.append(here)
        offset += len(tokens.bytes_of([here]))
    if offset != len(whole):
        what = f"{text!r} goes on after the call: {whole[offset:]!r}"
        raise GrammarError(where, what, "end the text at the newline")
    return tuple(ids), tuple(branches)


def _by_offset(ids: list[int], tokens: Tokens) -> dict[int, int]:
    """Return where in the text, in bytes, each of the tokenizer's tokens begins."""
    places, offset = {}, 0
    for token in ids:
        places[offset] = token
        offset += len(tokens.bytes_of([token]))
    return places


def _longest(allowed: TokenIds, tokens: Tokens, rest: bytes) -> int:
    """Return the allowed token that covers most of the rest; -1 for none."""
    fits = [i for i in map(int, allowed) if rest.startswith(tokens.bytes_of([i]))]
    return max(fits, key=lambda i: len(tokens.bytes_of([i])), default=-1)
