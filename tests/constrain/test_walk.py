"""A completion as tokens: what is forced, where the choices are."""

import random
from pathlib import Path

import pytest

from ldc.author.source import read_folder
from ldc.constrain import StageGrammar, Tokens, narrow, walk
from ldc.errors import GrammarError
from ldc.ir import Prompt
from tests.toy import TOY
from tests.toy.state import Pick, State

ROOT = Path(__file__).parents[2]
FUNCTIONS = read_folder(TOY, ROOT / "tests/toy/base", ROOT)


@pytest.fixture
def grammar() -> StageGrammar:
    """Return the toy's walk stage: brace with 1 to 3 steps, or stroll."""
    functions = tuple(f for f in FUNCTIONS if f.stage == "walk")
    scope = (("state", State), ("pick", Pick))
    return narrow(TOY, "walk", functions, {"balls": (2, 4)}, scope)


def test_a_call_has_one_branch_for_each_choice(
    grammar: StageGrammar, tokens: Tokens
) -> None:
    text = " brace(state=state, pick=pick, steps=2)\n"
    ids, branches = walk(grammar, tokens, text)
    assert list(ids) == tokens.encode(text)
    assert tokens.decode(ids) == text
    shown = [{tokens.decode([i]) for i in branch.allowed} for branch in branches]
    assert shown == [{" brace", " stroll"}, {"1", "2", "3"}]
    assert all(ids[b.position] in b.allowed for b in branches)


def test_forced_tokens_lead_from_choice_to_choice(
    grammar: StageGrammar, tokens: Tokens
) -> None:
    text = " brace(state=state, pick=pick, steps=3)\n"
    ids, branches = walk(grammar, tokens, text)
    matcher, chosen = grammar.matcher(tokens), 0
    written: list[int] = []
    while not matcher.finished():
        run = matcher.forced()
        if not run:
            assert len(written) == branches[chosen].position
            assert tuple(matcher.allowed()) == branches[chosen].allowed
            run = [ids[len(written)]]
            chosen += 1
        matcher.consume(run)
        written += run
    assert tuple(written) == ids
    assert chosen == len(branches)
    assert matcher.forced() == [] and len(matcher.allowed()) == 0


@pytest.mark.parametrize("text", [" hop(state=state)\n", " stroll(state=state)", ""])
def test_a_text_outside_the_grammar_is_refused(
    grammar: StageGrammar, tokens: Tokens, text: str
) -> None:
    with pytest.raises(GrammarError, match="leaves the grammar"):
        walk(grammar, tokens, text)


def test_a_text_that_goes_on_is_refused(grammar: StageGrammar, tokens: Tokens) -> None:
    text = " stroll(state=state, pick=pick)\n\n"
    with pytest.raises(GrammarError, match="goes on after the call|leaves"):
        walk(grammar, tokens, text)


def test_copies_are_independent_and_errors_are_said(
    grammar: StageGrammar, tokens: Tokens
) -> None:
    ids = tokens.encode(grammar.spell(grammar.sample(random.Random(1))))
    first = grammar.matcher(tokens)
    first.consume(ids[:2])
    second = first.copy()
    first.consume(ids[2:])
    assert first.finished() and not second.finished()
    with pytest.raises(GrammarError, match="token mask"):
        second.consume([0])


def test_the_two_parts_of_a_prompt_never_share_a_token(tokens: Tokens) -> None:
    prompt = Prompt(constant="the men", state="u, then call")
    ids = tokens.encode_prompt(prompt)
    assert ids == tokens.encode("the men") + tokens.encode("u, then call")
    assert ids != tokens.encode(str(prompt))
    assert tokens.decode(ids) == str(prompt)
    assert tokens.vocab_size == 49152
