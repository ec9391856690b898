"""Texts read side by side are chosen as each would be alone, in fewer passes."""

import dataclasses
import random
from typing import Any

import numpy as np
import pytest
import torch

from ldc.constrain import Tokens
from ldc.constrain.retriever import BM25
from ldc.finetune.student import Student
from ldc.generate import Mode
from ldc.generate.decode import Decoder
from ldc.generate.prefix import TorchReader
from ldc.ir import Episode
from ldc.jail import Jail
from ldc.play.lockstep import lockstep
from ldc.play.rollout import rollout
from ldc.play.student import StudentPlayer
from tests.finetune.conftest import situation, tiny_student
from tests.play.bases import RENDERER, TASKS, base_of

CASES = [(seed, stage) for seed in range(6) for stage in ("pick", "walk")]


@pytest.mark.parametrize("mode", ["greedy", "sample"])
def test_a_batch_chooses_as_one_by_one(
    tiny: Student, tokens: Tokens, mode: Mode
) -> None:
    asked = []
    for case in CASES:
        prompt, grammar, _ = situation(*case)
        asked.append((prompt, grammar.matcher(tokens)))
    batch = Decoder(TorchReader(tiny.model), tokens, memory=0)
    single = Decoder(TorchReader(tiny.model), tokens, memory=0)
    for _ in range(2):  # with the menus new, then kept
        before = batch.reader.passes, single.reader.passes
        together = batch.choose_all(asked, mode=mode, seed=5)
        alone = [
            single.choose(*one, mode=mode, seed=5 + i) for i, one in enumerate(asked)
        ]
        for one, other in zip(together, alone, strict=True):
            assert one.ids == other.ids
            assert one.branch_points == other.branch_points
            near = pytest.approx(other.log_probabilities, abs=1e-4)
            assert one.log_probabilities == near
            assert one.entropy_bits == pytest.approx(other.entropy_bits, abs=1e-4)
            assert one.forward_passes <= one.branches + 1
    passes = batch.reader.passes - before[0]
    assert passes == max(choice.branches for choice in alone)
    assert single.reader.passes - before[1] == sum(c.branches for c in alone)


def test_texts_side_by_side_give_the_digits_of_each_alone(tiny: Student) -> None:
    coin = random.Random(3)

    def drawn(length: int) -> tuple[int, ...]:
        return tuple(coin.randrange(10, 40_000) for _ in range(length))

    menus = [drawn(9), (), drawn(4), drawn(9)]
    menus.append(menus[0])
    texts = [list(menu) for menu in menus]
    reader = TorchReader(tiny.model)
    reader.begin(menus)
    rounds = [[3, 1, 2, 5, 1], [1, 1, 4, 1], [300, 2, 1, 2], [1, 7, 1]]
    forks = [[4, 0, 0, 2], [0, 1, 2, 3], [1, 3, 3], []]
    for lengths, sources in zip(rounds, forks, strict=True):
        pieces = [drawn(length) for length in lengths]
        wanted = [drawn(i) for i in range(len(pieces))]
        found = reader.read(pieces, wanted)
        for text, piece in zip(texts, pieces, strict=True):
            text += piece
        for text, ids, logits in zip(texts, wanted, found, strict=True):
            with torch.inference_mode():
                fresh = tiny.model(torch.tensor([text]), use_cache=False).logits[0, -1]
            assert logits.dtype == np.float32
            np.testing.assert_allclose(logits, fresh[list(ids)], atol=2e-4)
        if sources:
            reader.fork(sources)
            texts = [list(texts[i]) for i in sources]


def untimed(game: Episode) -> Episode:
    """Return the episode without what differs: times, costs, last digits."""
    steps = tuple(
        dataclasses.replace(
            step,
            decision=dataclasses.replace(
                step.decision,
                milliseconds=0.0,
                forward_passes=0,
                log_probabilities=(),
                branch_log_probabilities=(),
                entropy_bits=(),
            ),
        )
        for step in game.steps
    )
    return dataclasses.replace(game, steps=steps)


def test_episodes_in_lockstep_are_the_episodes_one_by_one(
    tokenizer: Any, tokens: Tokens
) -> None:
    tiny = tiny_student(tokenizer, seed=3)  # not the one that always stands
    task, base = TASKS["blackjack"], base_of("blackjack")

    def player() -> StudentPlayer:
        return StudentPlayer(
            "tiny",
            task=task,
            base=base,
            backend=Decoder(TorchReader(tiny.model), tokens, memory=0),
            tokens=tokens,
            renderer=RENDERER,
            retriever=BM25(base.functions),
        )

    seeds = range(40, 52)
    with Jail(task, base.functions) as jail:
        alone = {seed: rollout(task, jail, player(), seed) for seed in seeds}
        games = list(lockstep(task, jail, player(), seeds, 5))
    assert sorted(game.seed for game in games) == list(seeds)
    for game in games:
        assert untimed(game) == untimed(alone[game.seed])
        for step in game.steps:
            made = step.decision
            for whole, parts in zip(
                made.log_probabilities, made.branch_log_probabilities, strict=True
            ):
                assert whole == pytest.approx(sum(parts))
            assert sum(map(len, made.entropy_bits)) == made.branches
    assert len({len(game.steps) for game in games}) > 1
