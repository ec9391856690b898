"""Datasets on disk: JSON lines in the ordinary chat format, and a few fields more."""

from pathlib import Path
from typing import Any

from ldc.errors import DatasetError
from ldc.ir import Branch, Dataset, Example, Prompt, digest
from ldc.store import canonical, read_jsonl, write_jsonl

SPLITS = ("train", "valid", "test")


def row(example: Example) -> dict[str, Any]:
    """Return an example as a chat of two messages; other trainers need no more."""
    return {
        "messages": [
            {"role": "user", "content": str(example.prompt)},
            {"role": "assistant", "content": example.completion},
        ],
        "constant": len(example.prompt.constant),
        "completion_ids": list(example.completion_ids),
        "branches": [[b.position, list(b.allowed)] for b in example.branches],
        "stage": example.stage,
        "function": example.function,
        "state": example.state,
        "told": example.told,
    }


def example_of(data: Any, where: str) -> Example:
    """Return the example of a row.

    Raises:
        DatasetError: A field is missing or of another type.
    """
    try:
        user, assistant = data["messages"]
        text, cut = user["content"], data["constant"]
        return Example(
            prompt=Prompt(constant=text[:cut], state=text[cut:]),
            completion=assistant["content"],
            completion_ids=tuple(data["completion_ids"]),
            branches=tuple(
                Branch(position=position, allowed=tuple(allowed))
                for position, allowed in data["branches"]
            ),
            stage=data["stage"],
            function=data["function"],
            state=data["state"],
            told=data["told"],
        )
    except (KeyError, TypeError, ValueError) as error:
        raise DatasetError(
            where, f"no example: {error!r}", "make it again: `ldc dataset TASK`"
        ) from error


def digest_of(*splits: tuple[Example, ...]) -> str:
    """Return the content hash of all rows."""
    return digest(*(canonical(row(e)) for rows in splits for e in rows))


def write_dataset(dataset: Dataset, folder: Path) -> None:
    """Write `train.jsonl`, `valid.jsonl` and `test.jsonl`, each whole or not at all."""
    for name in SPLITS:
        write_jsonl(folder / f"{name}.jsonl", [row(e) for e in getattr(dataset, name)])


def read_dataset(folder: Path) -> Dataset:
    """Return the dataset of a folder.

    Raises:
        DatasetError: A file is truncated or damaged; says file and line.
    """
    train, valid, test = (
        tuple(
            example_of(data, f"{name}.jsonl:{i}")
            for i, data in enumerate(read_jsonl(folder / f"{name}.jsonl"), 1)
        )
        for name in SPLITS
    )
    made = digest_of(train, valid, test)
    return Dataset(train=train, valid=valid, test=test, digest=made)
