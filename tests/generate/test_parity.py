"""A parity report is empty for equals, and tells by how little others differ."""

from pathlib import Path

import pytest

from ldc.constrain import Tokens
from ldc.finetune.student import Student
from ldc.generate.decode import Decoder
from ldc.generate.gguf import write_gguf
from ldc.generate.llama_cpp import LlamaReader
from ldc.generate.parity import compare
from ldc.generate.prefix import TorchReader
from ldc.generate.vocabulary import GgufTokens
from tests.finetune.conftest import situation

CASES = [(seed, stage) for seed in range(30) for stage in ("pick", "walk")]


def in_llama(file: Path) -> Decoder:
    reader = LlamaReader(file, threads=1, cells=4096)
    return Decoder(reader, GgufTokens(reader), memory=0)


def test_in_full_precision_nothing_differs(
    tiny: Student, tiny_gguf: Path, tokens: Tokens
) -> None:
    asked = [(s[0], s[1].matcher(tokens)) for s in (situation(*c) for c in CASES)]
    theirs = Decoder(TorchReader(tiny.model), tokens, memory=0)
    found = compare(asked, in_llama(tiny_gguf), theirs)
    assert found.asked == len(CASES)
    assert found.differences == ()
    assert 0 < found.drift < 1e-3


def test_a_student_of_other_weights_differs_and_it_is_told(
    tiny: Student, tiny_gguf: Path, tokens: Tokens, tmp_path: Path
) -> None:
    asked = [(s[0], s[1].matcher(tokens)) for s in (situation(*c) for c in CASES)]
    tiny.model.lm_head.weight.data.mul_(-1)  # what was best is worst
    write_gguf(tiny, tmp_path / "other.gguf", "f32", {})
    found = compare(asked, in_llama(tiny_gguf), in_llama(tmp_path / "other.gguf"))
    assert len(found.differences) > len(CASES) / 2
    for each in found.differences:
        assert each.one != each.other
        assert each.margins[0] > 0
        assert each.margins[1] == pytest.approx(each.margins[0], abs=1e-3)
