"""A packed row computes what its examples would compute alone."""

import dataclasses
from typing import Any

import pytest
import torch

from ldc.constrain import Tokens
from ldc.finetune.batches import Loss, groups, pack
from ldc.finetune.loss import batch_loss, kept_logits, log_probabilities, right_choices
from ldc.finetune.student import Student
from ldc.ir import Branch, Example
from tests.finetune.conftest import make_examples


def gradients(student: Student) -> dict[str, torch.Tensor]:
    return {
        name: parameter.grad.clone()
        for name, parameter in student.model.named_parameters()
        if parameter.grad is not None
    }


@pytest.mark.parametrize("loss", ["branch", "full"])
def test_packed_loss_and_gradients_equal_the_mean_over_single_examples(
    tiny: Student, tokens: Tokens, loss: Loss
) -> None:
    (group,) = groups(make_examples(tokens, range(4)), size=8)
    assert len(group) == 4
    batch = pack(group, tokens, loss)
    packed: Any = batch_loss(tiny.model, batch, None)
    packed.backward()
    together = gradients(tiny)

    tiny.model.zero_grad()
    alone: Any = torch.zeros(())
    for example in group:
        single = pack((example,), tokens, loss)
        alone = alone + batch_loss(tiny.model, single, len(batch["labels"]))
    alone.backward()

    assert packed.item() == pytest.approx(alone.item(), abs=1e-5)
    apart = gradients(tiny)
    assert together.keys() == apart.keys()
    for name, gradient in apart.items():
        torch.testing.assert_close(together[name], gradient, atol=1e-5, rtol=1e-4)


def test_single_example_is_what_a_plain_forward_pass_says(
    tiny: Student, tokens: Tokens
) -> None:
    example = make_examples(tokens, range(4))[2]
    batch = pack((example,), tokens, "branch")
    prompt = tokens.encode_prompt(example.prompt)
    plain = tiny.model(torch.tensor([[*prompt, *example.completion_ids]])).logits[0]
    expected = []
    for branch in example.branches:
        at = torch.log_softmax(
            plain[len(prompt) + branch.position - 1][list(branch.allowed)], 0
        )
        right = branch.allowed.index(example.completion_ids[branch.position])
        expected.append(at[right])
    found = log_probabilities(kept_logits(tiny.model, batch), batch)
    torch.testing.assert_close(found, torch.stack(expected), atol=1e-5, rtol=1e-5)


def test_full_loss_is_the_cross_entropy_of_all_completion_tokens(
    tiny: Student, tokens: Tokens
) -> None:
    example = make_examples(tokens, range(1))[0]
    prompt = tokens.encode_prompt(example.prompt)
    ids = torch.tensor([*prompt, *example.completion_ids])
    labels = ids.clone()
    labels[: len(prompt)] = -100
    plain = tiny.model(input_ids=ids[None], labels=labels[None]).loss
    full = batch_loss(tiny.model, pack((example,), tokens, "full"), None)
    assert full.item() == pytest.approx(plain.item(), abs=1e-5)


def test_tokens_after_the_last_choice_are_not_computed(tokens: Tokens) -> None:
    example = make_examples(tokens, range(1))[0]
    batch = pack((example,), tokens, "branch")
    read = len(tokens.encode_prompt(example.prompt)) + example.branches[-1].position
    assert batch["input_ids"].shape[1] == read
    assert int(batch["logits_to_keep"][-1]) == read - 1


def test_groups_keep_the_order_and_share_one_menu_each(tokens: Tokens) -> None:
    examples = make_examples(tokens, range(16))
    found = groups(examples, size=3)
    assert [e for group in found for e in group] == list(examples)
    assert all(len({e.prompt.constant for e in group}) == 1 for group in found)
    assert max(map(len, found)) == 3


def test_examples_without_a_choice_are_left_out(tokens: Tokens) -> None:
    examples = make_examples(tokens, range(4))
    forced = dataclasses.replace(examples[1], branches=())
    found = groups((examples[0], forced, *examples[2:]), size=8)
    assert found == [(examples[0], *examples[2:])]


def test_an_example_is_right_when_all_its_places_are(tokens: Tokens) -> None:
    first, second = make_examples(tokens, range(2))
    two = (Branch(position=0, allowed=(5, 9)), Branch(position=1, allowed=(5, 9)))

    def labelled(example: Example, *ids: int) -> Example:
        return dataclasses.replace(example, completion_ids=ids, branches=two)

    batch = pack((labelled(first, 5, 9), labelled(second, 5, 5)), tokens, "branch")
    logits = torch.zeros(4, 20)
    logits[0, 5] = logits[1, 9] = logits[2, 5] = logits[3, 9] = 1.0
    logits[:, 7] = 2.0  # not allowed, so it does not matter
    assert right_choices(logits, batch) == [True, False]
