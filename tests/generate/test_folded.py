"""Heads that share keys are asked together, and see what they saw one by one."""

from typing import Any

import pytest
import torch
from transformers.integrations.sdpa_attention import sdpa_attention_forward

from ldc.generate.folded import NAME, fold, folded


class Layer(torch.nn.Module):
    """Says how many heads share keys, as the layers of `transformers` do."""

    num_key_value_groups = 3
    is_causal = True


def asked(new: int, behind: int, masked: bool) -> tuple[Any, ...]:
    """Return queries, keys, values and a mask of two texts, one beginning later."""
    torch.manual_seed(new)
    every = behind + new
    query = torch.randn(2, 9, new, 16)
    key, value = torch.randn(2, 3, every, 16), torch.randn(2, 3, every, 16)
    mask = torch.ones(2, 1, new, every, dtype=torch.bool).tril(behind)
    mask[1, :, :, :5] = False
    return query, key, value, mask if masked else None


@pytest.mark.parametrize(
    ("new", "behind", "masked"),
    [(1, 40, False), (1, 40, True), (4, 40, True), (20, 40, True), (7, 0, False)],
)
def test_folded_heads_see_what_they_saw(new: int, behind: int, masked: bool) -> None:
    query, key, value, mask = asked(new, behind, masked)
    ours, _ = folded(Layer(), query, key, value, mask, scaling=0.3)
    theirs, _ = sdpa_attention_forward(Layer(), query, key, value, mask, scaling=0.3)
    assert ours.shape == theirs.shape == (2, new, 9, 16)
    assert torch.allclose(ours, theirs, atol=1e-6)


def test_what_is_no_plain_attention_is_left_to_transformers() -> None:
    query, key, value, mask = asked(4, 40, True)
    with pytest.raises(ValueError, match="softcap"):
        folded(Layer(), query, key, value, mask, softcap=30.0)
    bias = torch.randn(2, 9, 4, 44)
    ours, _ = folded(Layer(), query, key, value, mask, position_bias=bias)
    theirs, _ = sdpa_attention_forward(
        Layer(), query, key, value, mask, position_bias=bias
    )
    assert torch.equal(ours, theirs)


def test_a_model_that_attends_in_another_way_stays_as_it_is(tiny: Any) -> None:
    model = tiny.model
    before = model.config._attn_implementation
    try:
        model.set_attn_implementation("eager")
        assert fold(model).config._attn_implementation == "eager"
        model.set_attn_implementation("sdpa")
        assert fold(model).config._attn_implementation == NAME
    finally:
        model.set_attn_implementation(before)
