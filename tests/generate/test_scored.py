"""Calls judged whole: against every call spelled out and read by the bare model."""

import dataclasses
import math
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
import torch

from ldc.constrain import StageGrammar, Tokens, walk
from ldc.constrain.productions import call_text
from ldc.constrain.values import count, nth
from ldc.finetune.student import Student
from ldc.generate.decode import Decoder
from ldc.generate.prefix import TorchReader
from ldc.generate.scored import CALLS, judge
from ldc.ir import Prompt
from tests.finetune.conftest import situation, tiny_student

CASES = [(seed, stage) for seed in range(8) for stage in ("pick", "walk")]


def every_text(grammar: StageGrammar) -> Iterator[str]:
    """Give all calls, from the rule table alone."""
    for head in grammar.heads:
        sizes = [range(count(slot.production)) for slot in head.slots]
        for places in product(*sizes):
            yield call_text(
                head,
                {
                    slot.name: nth(slot.production, i)
                    for slot, i in zip(head.slots, places, strict=True)
                },
            )


def worth(
    student: Student, tokens: Tokens, prompt: Prompt, grammar: StageGrammar, text: str
) -> float:
    """Return a call's log-probability over the allowed tokens, read in one piece."""
    ids, branches = walk(grammar, tokens, text)
    read = tokens.encode_prompt(prompt)
    with torch.inference_mode():
        logits = student.model(torch.tensor([[*read, *ids]]), use_cache=False).logits[0]
    total = 0.0
    for branch in branches:
        among = torch.log_softmax(
            logits[len(read) + branch.position - 1, list(branch.allowed)], 0
        )
        total += float(among[branch.allowed.index(ids[branch.position])])
    return total


def test_every_call_is_judged_as_the_bare_model_does(
    tiny: Student, tokens: Tokens
) -> None:
    decoder = Decoder(TorchReader(tiny.model), tokens)
    for seed, stage in CASES[:6]:
        prompt, grammar, _ = situation(seed, stage)
        found = decoder.choose(prompt, grammar.matcher(tokens), mode="scored")
        judged = {tokens.decode(ids): score for ids, score in found.scores}
        known = {
            text: worth(tiny, tokens, prompt, grammar, text)
            for text in every_text(grammar)
        }
        assert found.complete
        assert judged == pytest.approx(known, abs=1e-4)
        assert math.fsum(map(math.exp, judged.values())) == pytest.approx(1)
        assert tokens.decode(found.ids) == max(known, key=known.__getitem__)
        assert found.log_probability == max(judged.values())
        assert found.forward_passes <= max(len(ids) for ids, _ in found.scores)


def test_the_best_call_need_not_begin_with_the_best_token(
    tokenizer: Any, tokens: Tokens
) -> None:
    decoder = Decoder(TorchReader(tiny_student(tokenizer, seed=1).model), tokens)
    better = 0
    for seed, stage in CASES:
        prompt, grammar, _ = situation(seed, stage)
        greedy = decoder.choose(prompt, grammar.matcher(tokens))
        scored = decoder.choose(prompt, grammar.matcher(tokens), mode="scored")
        (mine,) = (score for ids, score in scored.scores if ids == greedy.ids)
        assert mine == pytest.approx(greedy.log_probability, abs=1e-4)
        better += scored.ids != greedy.ids and scored.log_probability > mine + 1e-3
    assert better > 0


def test_where_calls_are_many_a_beam_is_followed_and_it_says_so(
    tiny: Student, tokens: Tokens
) -> None:
    reader = TorchReader(tiny.model)
    beams = []
    for seed in range(8):
        prompt, grammar, _ = situation(seed, "walk")
        menu, state = tokens.encode(prompt.constant), tokens.encode(prompt.state)
        exact = judge(reader, tuple(menu), state, grammar.matcher(tokens))
        beam = judge(reader, tuple(menu), state, grammar.matcher(tokens), calls=2)
        assert exact.complete
        assert len(exact.drafts) <= CALLS
        assert not beam.complete
        known = {tuple(d.ids): d.log_probability for d in exact.drafts}
        assert len(beam.drafts) < len(known)
        for draft in beam.drafts:
            score = pytest.approx(known[tuple(draft.ids)], abs=1e-4)
            assert draft.log_probability == score
        beams.append(beam.drafts[0].ids == exact.drafts[0].ids)
    assert any(beams)


def test_a_call_without_a_choice_costs_no_pass(tiny: Student, tokens: Tokens) -> None:
    prompt, grammar, _ = situation(0, "pick")
    first = tuple(head for head in grammar.heads if head.function == "take_first")
    alone = dataclasses.replace(grammar, heads=first)
    (text,) = every_text(alone)
    decoder = Decoder(TorchReader(tiny.model), tokens)
    found = decoder.choose(prompt, alone.matcher(tokens), mode="scored")
    assert (tokens.decode(found.ids), found.forward_passes) == (text, 0)
    assert found.scores == ((found.ids, 0.0),)
