"""Tokenizers that do not split where the grammar does: bytes stand in, and say so."""

import random
from typing import Annotated, Any

import pytest
from annotated_types import Ge, Le

from ldc.constrain import StageGrammar, Tokens, narrow, walk
from ldc.constrain.token_grammar import beginnings
from tests.constrain.cases import CASES, case
from tests.toy import TOY

WIDE = case({"go": {"by": Annotated[int, Ge(0), Le(999)]}})


def grammar_of(name: str) -> StageGrammar:
    here = WIDE if name == "wide" else CASES[name]
    return narrow(TOY, "pick", here.functions, here.live, here.scope)


def trained(texts: list[str], *, words: bool) -> Tokens:
    """Return a byte-level BPE of these texts; without `words` it merges across all."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
    from transformers import PreTrainedTokenizerFast

    bpe = Tokenizer(models.BPE())
    level: Any = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=words)
    bpe.pre_tokenizer = level
    bpe.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=600,
        special_tokens=["<eos>"],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    bpe.train_from_iterator(texts, trainer)
    wrapped: Any = PreTrainedTokenizerFast
    return Tokens(wrapped(tokenizer_object=bpe, eos_token="<eos>"))


@pytest.mark.parametrize(
    ("name", "words", "canonical"),
    [
        ("toy", True, True),
        ("tuple", True, True),
        ("literals", True, True),
        ("toy", False, False),
        ("tuple", False, False),
        ("wide", True, False),
    ],
)
def test_the_grammar_is_canonical_or_falls_back_to_bytes(
    name: str, words: bool, canonical: bool
) -> None:
    grammar, rng = grammar_of(name), random.Random(0)
    texts = [grammar.spell(grammar.sample(rng)) for _ in range(400)]
    tokens = trained(texts, words=words)
    assert grammar.matcher(tokens).canonical is canonical
    for text in texts[:40]:
        ids, branches = walk(grammar, tokens, text)
        assert tokens.decode(ids) == text
        assert all(ids[b.position] in b.allowed for b in branches)
        if canonical:
            assert list(ids) == tokens.encode(text)


def test_where_numbers_are_merged_the_names_are_still_tokens() -> None:
    """One function's arguments are in bytes; nothing else is."""
    here = case({"go": {"by": Annotated[int, Ge(0), Le(999)]}, "stay": {}}, 2)
    grammar = narrow(TOY, "pick", here.functions, here.live, here.scope)
    rng = random.Random(0)
    texts = [grammar.spell(grammar.sample(rng)) for _ in range(400)]
    tokens = trained(texts, words=True)
    assert not grammar.matcher(tokens).canonical
    (name,) = beginnings(grammar.heads[0])
    for text in texts[:40]:
        ids, _ = walk(grammar, tokens, text)
        assert tokens.decode(ids) == text
        if text.startswith(name):
            assert ids[: len(tokens.piece(name))] == tokens.piece(name)
        else:
            assert list(ids) == tokens.encode(text)


@pytest.mark.parametrize("name", ["toy", "tuple", "wide"])
def test_masks_of_the_fallback_never_end_in_the_middle(name: str) -> None:
    grammar, rng = grammar_of(name), random.Random(1)
    tokens = trained([grammar.spell(grammar.sample(rng))] * 9, words=False)
    for _ in range(20):
        matcher = grammar.matcher(tokens)
        ids: list[int] = []
        while not matcher.finished():
            run = matcher.forced() or [rng.choice(matcher.allowed().tolist())]
            matcher.consume(run)
            ids += run
        assert grammar.accepts(tokens.decode(ids))
