"""Pack examples that share a prefix into one row, so that they share its computation.

A packed row is the shared constant part of the prompts, then every example's own
suffix (its state, then its completion) side by side. A 4-D attention mask lets each
suffix see the prefix and itself, and positions continue from the prefix, so every
example is computed exactly as if it stood alone:

    position   0 1 2 3 4 | 5 6 7 | 5 6 7 8
               constant  | one   | another
"""

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING, Literal, TypedDict

from ldc.constrain.tokens import Tokens
from ldc.ir import Branch, Example

if TYPE_CHECKING:
    from torch import Tensor

Loss = Literal["branch", "full"]


class Batch(TypedDict):
    """One packed row of T tokens with n places where a token is to be predicted."""

    input_ids: "Tensor"
    """(1, T) token ids."""
    position_ids: "Tensor"
    """(1, T); a suffix continues from the prefix."""
    attention_mask: "Tensor"
    """(1, 1, T, T) bool: row may see column."""
    logits_to_keep: "Tensor"
    """(n,) the positions whose logits predict; only they go through the head."""
    labels: "Tensor"
    """(n,) the right token ids."""
    allowed: "Tensor"
    """(n, A) ids that the grammar allows there, padded with -1; A = 0: all of them."""
    owner: "Tensor"
    """(n,) which example of the group each place belongs to."""


def groups(examples: Iterable[Example], size: int) -> list[tuple[Example, ...]]:
    """Return runs of consecutive examples with one constant part, at most `size` each.

    Examples that the grammar decides alone have nothing to learn and are left out.
    """
    found = []
    for _, run in groupby(
        (e for e in examples if e.branches), key=lambda e: e.prompt.constant
    ):
        same = list(run)
        found += [tuple(same[i : i + size]) for i in range(0, len(same), size)]
    return found


def pack(group: tuple[Example, ...], tokens: Tokens, loss: Loss) -> Batch:
    """Return a group of examples with one constant part as one row.

    Tokens after the last place that the loss needs are dropped: nobody reads them.

    Args:
        group: Examples whose `prompt.constant` is the same.
        tokens: The student's tokenizer.
        loss: "branch" predicts where the grammar allows more than one token; "full"
            predicts every token of the completion among the whole vocabulary.
    """
    import torch

    prefix = tokens.encode(group[0].prompt.constant)
    start = len(prefix)
    ids, positions, spans = list(prefix), list(range(start)), []
    keep: list[int] = []
    labels: list[int] = []
    allowed: list[tuple[int, ...]] = []
    owner: list[int] = []
    for number, example in enumerate(group):
        state = tokens.encode(example.prompt.state)
        first = len(ids)
        for place in places(example, loss):
            before = len(state) + place.position  # tokens of the suffix read by then
            keep.append(first + before - 1 if before else start - 1)
            labels.append(example.completion_ids[place.position])
            allowed.append(place.allowed)
            owner.append(number)
        suffix = [*state, *example.completion_ids]
        suffix = suffix[: max(0, keep[-1] + 1 - first)]
        ids += suffix
        positions += range(start, start + len(suffix))
        spans.append((first, len(ids)))
    mask = torch.ones(len(ids), len(ids), dtype=torch.bool).tril_()
    for first, end in spans:
        mask[end:, first:end] = False
    table = torch.full((len(keep), max(map(len, allowed))), -1, dtype=torch.long)
    for row, options in enumerate(allowed):
        table[row, : len(options)] = torch.tensor(options, dtype=torch.long)
    return Batch(
        input_ids=torch.tensor([ids]),
        position_ids=torch.tensor([positions]),
        attention_mask=mask[None, None],
        logits_to_keep=torch.tensor(keep),
        labels=torch.tensor(labels),
        allowed=table,
        owner=torch.tensor(owner),
    )


def places(example: Example, loss: Loss) -> tuple[Branch, ...]:
    """Return where the loss looks; `allowed` is empty for "the whole vocabulary"."""
    if loss == "branch":
        return example.branches
    return tuple(
        Branch(position=position, allowed=())
        for position in range(len(example.completion_ids))
    )
