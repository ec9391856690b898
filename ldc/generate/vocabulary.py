"""The tokens of a GGUF file: llama.cpp cuts the texts, `transformers` is not needed."""

import ctypes
import warnings
from functools import cached_property
from typing import Any

from ldc.constrain.tokens import Tokens
from ldc.generate.llama_cpp import LlamaReader


class GgufTokens(Tokens):
    """The ids that the student's own tokenizer gives, from the file that is read.

    Args:
        reader: Of the file.
    """

    def __init__(self, reader: LlamaReader) -> None:
        self._reader = reader  # it keeps the vocabulary in memory
        self._pieces = {}

    @cached_property
    def engine(self) -> Any:
        """Return the `llguidance.LLTokenizer`; building it takes about 0.3 s."""
        from llguidance.llamacpp import lltokenizer_from_vocab

        with warnings.catch_warnings():  # it asks for each token in an old way
            warnings.simplefilter("ignore", DeprecationWarning)
            return lltokenizer_from_vocab(self._reader.words)

    def encode(self, text: str) -> list[int]:
        """Return the ids of a text, without special tokens around it."""
        spelled = text.encode()
        room = len(spelled) + 1  # a token is at least one byte
        ids = (ctypes.c_int32 * room)()
        count = self._reader.lib.llama_tokenize(
            self._reader.words, spelled, len(spelled), ids, room, False, True
        )
        return list(ids[:count])
