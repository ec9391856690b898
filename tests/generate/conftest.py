"""The same tiny student and toy situations as for fine-tuning, and the tiny as GGUF."""

from pathlib import Path
from typing import Any

import pytest

from tests.finetune.conftest import tiny, tiny_student, tokenizer, tokens

__all__ = ["tiny", "tiny_gguf", "tokenizer", "tokens"]

BUILT = "llama.cpp is not built here: `make setup` says why"


@pytest.fixture(scope="session")
def tiny_gguf(tokenizer: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the tiny student as a GGUF file in f32."""
    pytest.importorskip("llama_cpp", reason=BUILT)
    from ldc.generate.gguf import write_gguf

    file = tmp_path_factory.mktemp("gguf") / "tiny.gguf"
    write_gguf(tiny_student(tokenizer), file, "f32", {"base": "b1", "grammar": "g1"})
    return file
