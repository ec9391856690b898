"""Masks against an exact oracle: every prefix of every text, in both directions."""

import dataclasses
import itertools
import random
from collections.abc import Iterator

import pytest

from ldc.constrain import StageGrammar, Tokens, narrow, walk
from ldc.constrain.productions import (
    NOTHING,
    Head,
    Production,
    Range,
    Text,
    call_text,
    choice,
    nth_way,
    ways,
)
from ldc.constrain.token_mask import Matcher, engine_of
from tests.constrain.cases import CASES
from tests.constrain.oracle import Case, masks
from tests.toy import TOY

BYTEWISE = ("letters", "letters or", "letters left out")
"""Cases with patterned texts, whose inside has no canonical tokens."""


def grammar_of(case: Case) -> StageGrammar:
    return narrow(TOY, "pick", case.functions, case.live, case.scope)


def byte_matcher(grammar: StageGrammar) -> Matcher:
    """Return a matcher of the readable grammar whose tokens are single bytes."""
    from llguidance import LLTokenizer

    return Matcher(engine_of(grammar.lark(), LLTokenizer("byte")), canonical=False)


def differences(matcher: Matcher, sequences: list[list[int]]) -> Iterator[str]:
    """Compare the masks at every prefix of every sequence with the exact ones."""
    expected = masks(sequences)
    todo: list[tuple[tuple[int, ...], Matcher]] = [((), matcher)]
    while todo:
        prefix, here = todo.pop()
        mask = {int(i) for i in here.allowed()}
        if mask != expected[prefix]:
            yield f"after {prefix}: {mask ^ expected[prefix]}"
        if here.finished() != (not expected[prefix]):
            yield f"after {prefix}: finished is {here.finished()}"
        for token in mask & expected[prefix]:
            child = here.copy()
            child.consume([token])
            todo.append(((*prefix, token), child))


@pytest.mark.parametrize("name", [n for n in CASES if n not in BYTEWISE])
def test_the_token_mask_is_exact(name: str, tokens: Tokens) -> None:
    case = CASES[name]
    matcher = grammar_of(case).matcher(tokens)
    assert matcher.canonical
    sequences = [tokens.encode(text) for text in case.texts()]
    assert not list(differences(matcher, sequences))


@pytest.mark.parametrize("name", CASES)
def test_the_readable_grammar_is_exact(name: str) -> None:
    case = CASES[name]
    sequences = [list(text.encode()) for text in case.texts()]
    assert not list(differences(byte_matcher(grammar_of(case)), sequences))


@pytest.mark.parametrize("name", CASES)
def test_all_texts_can_be_drawn_and_no_other(name: str) -> None:
    case, rng = CASES[name], random.Random(3)
    grammar, texts = grammar_of(case), case.texts()
    every = [text for head in grammar.heads for text in listed_texts(head)]
    assert len(every) == len(texts) and set(every) == texts
    assert {grammar.spell(grammar.sample(rng)) for _ in range(200)} <= texts
    for text in rng.sample(every, min(200, len(every))):
        assert grammar.accepts(text)
        assert grammar.spell(grammar.parse(text)) == text


def listed_texts(head: Head) -> Iterator[str]:
    """Give each text of a head once, by the places of its values."""
    for row in itertools.product(*(range(ways(slot)) for slot in head.slots)):
        given = {s.name: nth_way(s, i) for s, i in zip(head.slots, row, strict=True)}
        yield call_text(head, given)


@pytest.mark.parametrize("name", [n for n in CASES if n not in BYTEWISE])
def test_a_walk_is_the_tokenizers_own(name: str, tokens: Tokens) -> None:
    grammar, rng = grammar_of(CASES[name]), random.Random(5)
    for _ in range(30):
        text = grammar.spell(grammar.sample(rng))
        ids, branches = walk(grammar, tokens, text)
        assert list(ids) == tokens.encode(text)
        assert all(ids[b.position] in b.allowed for b in branches)


@pytest.mark.parametrize("name", BYTEWISE)
def test_a_patterned_text_is_in_bytes_and_the_rest_in_tokens(
    name: str, tokens: Tokens
) -> None:
    """Each canonical token is allowed, and each allowed one leads to a text."""
    case, rng = CASES[name], random.Random(4)
    texts = sorted(text.encode() for text in case.texts())
    spellings = {i: tokens.bytes_of([i]) for i in range(tokens.vocab_size)}
    assert not grammar_of(case).matcher(tokens).canonical
    unforced = '%llguidance {"no_forcing": true}\n' + grammar_of(case).lark(tokens)
    engine = engine_of(unforced, tokens.engine)
    for text in rng.sample(sorted(case.texts()), 40):
        matcher, written = Matcher(engine.deep_copy(), False), b""
        for token in tokens.encode(text):
            rest = [t[len(written) :] for t in texts if t.startswith(written)]
            starts = {t[:n] for t in rest for n in range(1, len(t) + 1)}
            allowed = set(matcher.allowed().tolist())
            assert token in allowed
            assert {spellings[i] for i in allowed} <= starts
            matcher.consume([token])
            written += spellings[token]
        assert matcher.finished()


@pytest.mark.parametrize(
    "name", ["toy", "prefixes", "mixed", "tuple", "row", "left out", "letters"]
)
def test_a_byte_grammar_over_real_tokens_is_exact(name: str, tokens: Tokens) -> None:
    """Masks of the fallback along random walks, tokens that are not canonical too."""
    case = CASES[name]
    texts = sorted(text.encode() for text in case.texts())
    unforced = '%llguidance {"no_forcing": true}\n' + grammar_of(case).lark()
    engine = engine_of(unforced, tokens.engine)
    spellings = {i: tokens.bytes_of([i]) for i in range(tokens.vocab_size)}
    rng = random.Random(2)
    for _ in range(3):
        matcher, written = Matcher(engine.deep_copy(), False), b""
        while not matcher.finished():
            rest = [text[len(written) :] for text in texts if text.startswith(written)]
            starts = {text[:n] for text in rest for n in range(1, len(text) + 1)}
            expected = {i for i, spelled in spellings.items() if spelled in starts}
            assert set(matcher.allowed().tolist()) == expected
            token = rng.choice(sorted(expected))
            matcher.consume([token])
            written += spellings[token]
        assert written in texts


@pytest.mark.parametrize(
    ("name", "slot", "planted"),
    [
        ("toy", "ball", choice([2, 4])),
        ("toy", "ball", choice([1, 2, 4, 5])),
        ("wide", "by", Range(-299, 207)),
        ("wide", "by", Range(-300, 208)),
        ("multiples", "by", Range(-395, 495, 5)),
        ("left out wide", "n", Range(-200, 100)),
        ("counted", "word", Text("[a'1]+", 1, 2)),
        ("counted", "word", Text("[a'1b]+", 1, 3)),
    ],
)
def test_a_missing_value_and_a_wrong_value_are_seen(
    name: str, slot: str, planted: Production
) -> None:
    """The tests above can fail: bugs that are planted in one production."""
    case = CASES[name]
    bytewise = [list(text.encode()) for text in case.texts()]
    assert not list(differences(byte_matcher(grammar_of(case)), bytewise))
    wrong = planted_in(grammar_of(case), slot, planted)
    assert list(differences(byte_matcher(wrong), bytewise))


@pytest.mark.parametrize("values", [[2, 4], [1, 2, 4, 5]])
def test_a_wrong_value_is_seen_in_tokens_too(values: list[int], tokens: Tokens) -> None:
    sequences = [tokens.encode(text) for text in CASES["toy"].texts()]
    wrong = planted_in(grammar_of(CASES["toy"]), "ball", choice(values))
    assert list(differences(wrong.matcher(tokens), sequences))


def test_a_default_that_must_stand_or_may_not_be_said_is_seen() -> None:
    case = CASES["left out"]
    bytewise = [list(text.encode()) for text in case.texts()]
    heads = grammar_of(case).heads
    for wrong in (
        [dataclasses.replace(slot, default=NOTHING) for slot in heads[0].slots],
        [dataclasses.replace(slot, default=choice([1])) for slot in heads[-1].slots],
    ):
        head = dataclasses.replace(heads[0], slots=tuple(wrong))
        others = dataclasses.replace(grammar_of(case), heads=(head, *heads[1:]))
        assert list(differences(byte_matcher(others), bytewise))


def planted_in(grammar: StageGrammar, slot: str, planted: Production) -> StageGrammar:
    """Return the grammar with another production for all slots of a name."""
    heads = tuple(
        dataclasses.replace(
            head,
            slots=tuple(
                dataclasses.replace(one, production=planted)
                if one.name == slot
                else one
                for one in head.slots
            ),
        )
        for head in grammar.heads
    )
    return dataclasses.replace(grammar, heads=heads)
