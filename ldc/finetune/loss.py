"""What the student is taught: the right choice, among what the grammar allows there.

The grammar writes forced tokens by itself, so the student need not learn syntax.
"""

from typing import TYPE_CHECKING, Any

from ldc.finetune.batches import Batch

if TYPE_CHECKING:
    from torch import Tensor


def log_probabilities(logits: "Tensor", batch: Batch) -> "Tensor":
    """Return the log-probability of each label among the tokens allowed there.

    Args:
        logits: (n, vocabulary), of the places in `batch["logits_to_keep"]`.
        batch: With no allowed tokens listed, all of the vocabulary counts.

    Returns:
        (n,) in nats, fp32.
    """
    import torch

    right = logits.gather(1, batch["labels"][:, None]).float()
    allowed = batch["allowed"]
    if allowed.shape[1] == 0:
        return right[:, 0] - torch.logsumexp(logits.float(), 1)
    among = logits.gather(1, allowed.clamp(min=0)).float()
    among = among.masked_fill(allowed < 0, float("-inf"))
    return right[:, 0] - torch.logsumexp(among, 1)


def kept_logits(model: Any, batch: Batch) -> "Tensor":
    """Run the model on a packed row and return (n, vocabulary) logits."""
    logits: Tensor = model(
        input_ids=batch["input_ids"],
        position_ids=batch["position_ids"],
        attention_mask=batch["attention_mask"],
        logits_to_keep=batch["logits_to_keep"],
        use_cache=False,
    ).logits[0]
    return logits


def batch_loss(model: Any, batch: Batch, count: "Tensor | int | None") -> "Tensor":
    """Return minus the summed log-probability of the labels, over a count of labels.

    Args:
        model: A causal language model.
        batch: One packed row.
        count: Labels in the whole optimiser step; None for those of this row.
    """
    nats = log_probabilities(kept_logits(model, batch), batch)
    return -nats.sum() / (len(nats) if count is None else count)


def right_choices(logits: "Tensor", batch: Batch) -> list[bool]:
    """Return for each example whether greedy decoding writes its completion.

    Decoding follows the label as long as it is the best allowed token, so an example
    is right exactly when all its places are.
    """
    among = logits.gather(1, batch["allowed"].clamp(min=0))
    among = among.masked_fill(batch["allowed"] < 0, float("-inf"))
    best = batch["allowed"].gather(1, among.argmax(1, keepdim=True))[:, 0]
    right = (best == batch["labels"]).tolist()
    owner = batch["owner"].tolist()
    return [
        all(ok for ok, who in zip(right, owner, strict=True) if who == example)
        for example in range(max(owner) + 1)
    ]
