"""Splits by state: no state stands in two splits."""

from collections.abc import Sequence
from typing import Literal

from ldc.dataset.label import Label
from ldc.errors import DatasetError
from ldc.ir import Dataset, digest

Split = Literal["train", "valid", "test"]


def split_of(state: object) -> Split:
    """Return where a state belongs: 8 of 10 train, decided by its content alone."""
    bucket = int(digest(repr(state)), 16) % 10
    return "train" if bucket < 8 else "valid" if bucket == 8 else "test"


def part(labels: Sequence[Label], split: Split) -> list[Label]:
    """Return the labels whose state belongs to a split."""
    return [label for label in labels if split_of(label.state) == split]


def verify(dataset: Dataset) -> None:
    """Check that no state stands in two splits.

    Raises:
        DatasetError: One does.
    """
    states = [
        {example.state for example in rows}
        for rows in (dataset.train, dataset.valid, dataset.test)
    ]
    for i, j in ((0, 1), (0, 2), (1, 2)):
        if both := states[i] & states[j]:
            raise DatasetError(
                "dataset",
                f"state {min(both)!r} stands in two splits",
                "split by state, never by row",
            )
