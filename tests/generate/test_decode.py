"""The decoding loop writes what a plain loop over tokens would, in fewer passes."""

import dataclasses
import math
from typing import Any

import pytest
import torch

from ldc.constrain import Matcher, Tokens, walk
from ldc.errors import GrammarError
from ldc.finetune.student import Student
from ldc.generate.decode import Decoder
from ldc.generate.prefix import TorchReader
from ldc.ir import Prompt
from tests.finetune.conftest import situation, tiny_student

CASES = [(seed, stage) for seed in range(12) for stage in ("pick", "walk")]


def plain_greedy(
    student: Student, tokens: Tokens, prompt: Prompt, matcher: Matcher
) -> tuple[tuple[int, ...], float]:
    """Decode with a mask at every token and no cache: the specification."""
    read = tokens.encode_prompt(prompt)
    start, total = len(read), 0.0
    while not matcher.finished():
        allowed = torch.from_numpy(matcher.allowed())
        with torch.inference_mode():
            logits = student.model(torch.tensor([read]), use_cache=False).logits[0, -1]
        among = torch.log_softmax(logits[allowed], 0)
        total += float(among.max())
        read.append(int(allowed[among.argmax()]))
        matcher.consume(read[-1:])
    return tuple(read[start:]), total


def test_equals_plain_masked_greedy_decoding(tiny: Student, tokens: Tokens) -> None:
    decoder = Decoder(TorchReader(tiny.model), tokens)
    kinds = set()
    for seed, stage in CASES:
        prompt, grammar, _ = situation(seed, stage)
        ids, total = plain_greedy(tiny, tokens, prompt, grammar.matcher(tokens))
        found = decoder.choose(prompt, grammar.matcher(tokens))
        assert found.ids == ids
        assert found.log_probability == pytest.approx(total, abs=1e-4)
        assert found.log_probability == sum(found.log_probabilities)
        assert found.forward_passes <= found.branches + 1
        assert grammar.accepts(tokens.decode(found.ids))
        kinds.add(found.ids)
    assert len(kinds) > 4


def test_branch_points_are_those_that_training_sees(
    tiny: Student, tokens: Tokens
) -> None:
    decoder = Decoder(TorchReader(tiny.model), tokens)
    for seed, stage in CASES:
        prompt, grammar, _ = situation(seed, stage)
        found = decoder.choose(prompt, grammar.matcher(tokens))
        ids, branches = walk(grammar, tokens, tokens.decode(found.ids))
        assert (found.ids, found.branch_points) == (ids, branches)


def test_a_call_that_the_grammar_decides_alone_costs_no_pass(
    tiny: Student, tokens: Tokens
) -> None:
    prompt, grammar, _ = situation(0, "pick")
    (alone,) = (head for head in grammar.heads if head.function == "take_first")
    forced = dataclasses.replace(grammar, heads=(alone,))
    found = Decoder(TorchReader(tiny.model), tokens).choose(
        prompt, forced.matcher(tokens)
    )
    assert tokens.decode(found.ids) == " take_first(state=state)\n"
    assert (found.forward_passes, found.branches, found.log_probability) == (0, 0, 0)
    assert not found.remembered


def test_what_was_asked_before_is_remembered_and_the_same(
    tiny: Student, tokens: Tokens
) -> None:
    decoder = Decoder(TorchReader(tiny.model), tokens)
    prompt, grammar, _ = situation(3, "walk")
    first = decoder.choose(prompt, grammar.matcher(tokens))
    again = decoder.choose(prompt, grammar.matcher(tokens))
    assert first.forward_passes == first.branches + 1 > 1  # one for the menu
    assert again.forward_passes == 0
    assert again.remembered
    assert again == dataclasses.replace(
        first, forward_passes=0, milliseconds=again.milliseconds
    )

    forgetful = Decoder(TorchReader(tiny.model), tokens, memory=0)
    for menu in (1, 0):
        found = forgetful.choose(prompt, grammar.matcher(tokens))
        assert found.ids == first.ids
        assert found.forward_passes == first.branches + menu


def test_the_same_prompt_with_other_objects_is_not_confused(
    tiny: Student, tokens: Tokens
) -> None:
    decoder = Decoder(TorchReader(tiny.model), tokens)
    by_prompt: dict[Prompt, set[tuple[int, ...]]] = {}
    for seed in range(40):
        prompt, grammar, _ = situation(seed % 4, "pick")
        _, other, _ = situation(seed, "pick")
        found = decoder.choose(prompt, other.matcher(tokens))
        assert other.accepts(tokens.decode(found.ids))
        by_prompt.setdefault(prompt, set()).add(found.ids)
    assert grammar is not other
    assert max(map(len, by_prompt.values())) > 1


def test_sampling_follows_the_seed_and_the_probabilities(
    tiny: Student, tokens: Tokens
) -> None:
    decoder = Decoder(TorchReader(tiny.model), tokens)
    prompt, grammar, _ = situation(1, "walk")
    drawn = [
        decoder.choose(prompt, grammar.matcher(tokens), mode="sample", seed=seed)
        for seed in range(400)
    ]
    again = decoder.choose(prompt, grammar.matcher(tokens), mode="sample", seed=7)
    assert again.ids == drawn[7].ids
    for ids in {choice.ids for choice in drawn}:
        (chance,) = {
            round(math.exp(c.log_probability), 9) for c in drawn if c.ids == ids
        }
        share = sum(c.ids == ids for c in drawn) / len(drawn)
        assert abs(share - chance) < 5 * math.sqrt(chance * (1 - chance) / 400) + 1e-9


def test_a_menu_is_read_once_and_going_back_to_it_changes_nothing(
    tiny: Student,
) -> None:
    menus = [(1, 20, 30, 40, 50), (1, 20, 31, 41, 51), (2, 22, 32, 42, 52)]
    reader = TorchReader(tiny.model)
    reader.begin(menus[:1])
    two = 2 * reader.kept_bytes
    reader = TorchReader(tiny.model, two)
    for turn in range(12):
        menu = menus[turn * 7 % 3]
        rest = list(range(100 + turn % 4, 106 + turn % 2))
        with torch.inference_mode():
            fresh = tiny.model(torch.tensor([[*menu, *rest]])).logits[0, -1]
        reader.begin([menu])
        reader.read([rest[:2]], [()])
        ids = [5, 40_000, turn]
        (found,) = reader.read([rest[2:]], [ids])
        assert found == pytest.approx(fresh[ids].numpy(), abs=1e-4)
        assert reader.kept_bytes <= two

    reader = TorchReader(tiny.model, two)
    for which, new in [(0, 5), (0, 0), (1, 5), (0, 0), (2, 5), (0, 0), (1, 5)]:
        before = reader.tokens
        reader.begin([menus[which]])
        assert reader.tokens - before == new
        reader.read([[7, 8, 9]], [()])


def test_a_choice_is_the_same_to_the_bit_whatever_was_read_before(
    tokenizer: Any, tokens: Tokens
) -> None:
    student = tiny_student(tokenizer)
    student.model.to(torch.bfloat16)
    cases = {case: situation(*case) for case in CASES}
    orders = [CASES, CASES[::-1], CASES[::2] + CASES[1::2]]
    found = []
    for slots, order in enumerate(orders, start=1):
        reader = TorchReader(student.model, room=slots << 18)
        decoder = Decoder(reader, tokens, memory=100 * (slots - 1))
        chosen = {}
        for case in order:
            prompt, grammar, _ = cases[case]
            choice = decoder.choose(prompt, grammar.matcher(tokens))
            chosen[case] = (choice.ids, choice.log_probability, choice.entropy_bits)
        found.append(chosen)
    assert found[0] == found[1] == found[2]


def test_bits_agree_with_the_choice(tiny: Student, tokens: Tokens) -> None:
    decoder = Decoder(TorchReader(tiny.model), tokens)
    prompt, grammar, _ = situation(2, "walk")
    found = decoder.choose(prompt, grammar.matcher(tokens))
    bound, free = decoder.bits(prompt, found.ids, found.branch_points)
    assert bound == pytest.approx(sum(found.entropy_bits), abs=1e-4)
    assert 0 < bound < free < len(found.ids) * math.log2(len(tiny.tokenizer))


def test_a_grammar_that_ends_in_the_middle_is_an_error(
    tiny: Student, tokens: Tokens
) -> None:
    from ldc.constrain.token_mask import engine_of

    class Cut(Matcher):
        """A matcher that stops early, as a truncated text would."""

        def copy(self) -> "Cut":
            return Cut(self._engine.deep_copy(), True)

        def finished(self) -> bool:
            return False

    prompt, _, _ = situation(0, "pick")
    engine = engine_of('start: "a" | "b"', tokens.engine)
    with pytest.raises(GrammarError, match="no whole call"):
        Decoder(TorchReader(tiny.model), tokens).choose(prompt, Cut(engine, True))
