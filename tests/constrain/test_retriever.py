"""The retriever finds a function by the words of its condition, or by their sense."""

from pathlib import Path

import pytest

from ldc.author import author
from ldc.constrain.retriever import BM25, MiniLM, Retriever
from ldc.ir import Function
from ldc.tasks import load

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def functions() -> tuple[Function, ...]:
    """Return pursuit's functions."""
    return author(load("pursuit"), ROOT / "function_base" / "pursuit", ROOT)


def names(retriever: Retriever, query: str, k: int) -> list[str]:
    """Return the names of the candidates at the assign stage."""
    return [f.name for f in retriever.candidates("assign", query, k)]


def test_bm25_finds_the_condition(functions: tuple[Function, ...]) -> None:
    retriever = BM25(functions)
    assert names(retriever, "now prey 2 is a decoy", 1) == ["leave_out"]
    assert names(retriever, "the dry leaves crackle", 1) == ["pick_off"]


def test_a_small_stage_is_offered_whole(functions: tuple[Function, ...]) -> None:
    whole = [f.name for f in functions if f.stage == "assign"]
    assert names(BM25(functions), "anything", len(whole)) == whole


def test_minilm_finds_the_sense(functions: tuple[Function, ...]) -> None:
    retriever = MiniLM(functions)
    (first,) = names(retriever, "one animal will be gone in a moment: it departs", 1)
    assert first == "go_first"
    assert len(names(retriever, "anything", 3)) == 3
