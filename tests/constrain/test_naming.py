"""A name from a list, the rest from one engine: the masks of one engine for all."""

import random
from itertools import product
from typing import Annotated, Any

import pytest
from annotated_types import Ge, Le

from ldc.constrain import Matcher, StageGrammar, Tokens, narrow
from ldc.constrain.naming import matcher_of
from ldc.constrain.token_grammar import beginnings, token_grammar
from ldc.constrain.token_mask import engine_of
from ldc.errors import GrammarError
from tests.constrain.cases import CASES, case
from tests.constrain.conftest import Given
from tests.constrain.kinds import Ball, Spot
from tests.toy import TOY

SHAPES: tuple[dict[str, Any], ...] = (
    {},
    {"ball": Ball},
    {"on": Given(bool, False), "of": Given(Ball, 3), "old": Given(bool, True)},
    {"spot": Spot, "ball": Given(Ball, 1)},
    {"by": Annotated[int, Ge(0), Le(999)]},
)
WORDS = ("take", "take_", "taken", "t", "ta", "stay", "stake")
MANY = case(
    {
        f"{first}{last}": SHAPES[i % len(SHAPES)]
        for i, (first, last) in enumerate(product(WORDS, ("", "a", "_all", "en", "0")))
    },
    1,
    3,
)


def grammar_of(name: str) -> StageGrammar:
    here = MANY if name == "many" else CASES[name]
    return narrow(TOY, "pick", here.functions, here.live, here.scope)


def as_one(grammar: StageGrammar, tokens: Tokens) -> Matcher:
    """Return a matcher of the table compiled as a whole."""
    return Matcher(engine_of(grammar.lark(tokens), tokens.engine), canonical=True)


@pytest.mark.parametrize("name", ["many", *CASES])
def test_masks_are_those_of_the_whole_table(name: str, tokens: Tokens) -> None:
    """A walk for every function, each through all its masks."""
    grammar, rng = grammar_of(name), random.Random(8)
    one, start = as_one(grammar, tokens), grammar.matcher(tokens)
    assert token_grammar(grammar.heads, tokens) == grammar.lark(tokens)
    for head in grammar.heads:
        ours, theirs = start.copy(), one.copy()
        rest = list(tokens.piece(rng.choice(beginnings(head))))
        while not theirs.finished():
            assert not ours.finished()
            allowed = theirs.allowed().tolist()
            assert ours.allowed().tolist() == allowed
            run = ours.forced()
            assert bool(run) >= (len(allowed) == 1) and run[:1] in ([], allowed)
            token = rest.pop(0) if rest else rng.choice(allowed)
            ours.consume([token])
            theirs.consume([token])
        assert ours.finished() and not ours.allowed().size


def test_a_forced_run_ends_where_there_is_a_choice(tokens: Tokens) -> None:
    grammar, rng = grammar_of("many"), random.Random(9)
    for _ in range(60):
        matcher, one = grammar.matcher(tokens), as_one(grammar, tokens)
        while not matcher.finished():
            run = matcher.forced() or [rng.choice(matcher.allowed().tolist())]
            other = matcher.copy()
            other.consume(run)
            for token in run:
                matcher.consume([token])
                one.consume([token])
            assert other.allowed().tolist() == matcher.allowed().tolist()
        assert one.finished()


def test_a_token_that_goes_on_no_name_is_refused(tokens: Tokens) -> None:
    start = grammar_of("many").matcher(tokens)
    wrong = next(i for i in range(99) if i not in start.allowed())
    copy = start.copy()
    with pytest.raises(GrammarError, match="no function's name goes on with token"):
        copy.consume([wrong])
    start.consume([start.allowed()[0]])


def test_equal_tables_share_what_was_compiled_and_copies_are_apart(
    tokens: Tokens,
) -> None:
    heads = grammar_of("many").heads
    one, other = matcher_of(heads, tokens), matcher_of((*heads,), tokens)
    first = tokens.piece(beginnings(heads[0])[0])
    one.consume(first)
    assert one.allowed().tolist() != other.allowed().tolist()
    other.consume(first)
    assert one.allowed().tolist() == other.allowed().tolist()
    assert one.heads == other.heads == heads
