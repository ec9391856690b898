"""The student's tokenizer, once for text and once for the mask engine."""

from functools import cached_property
from typing import Any

from ldc.ir import Prompt


class Tokens:
    """A Hugging Face fast tokenizer and the engine's view of the same vocabulary.

    Everything that turns text into ids for the student goes through this class, so
    that training, play and serving see the same ids for the same text.
    """

    def __init__(self, hf_tokenizer: Any) -> None:
        self.hf = hf_tokenizer
        self._fast = hf_tokenizer.backend_tokenizer
        self._pieces: dict[str, tuple[int, ...]] = {}

    @cached_property
    def engine(self) -> Any:
        """Return the `llguidance.LLTokenizer`; building it takes about 0.3 s."""
        import llguidance.hf

        return llguidance.hf.from_tokenizer(self.hf)

    @property
    def vocab_size(self) -> int:
        """How many ids the tokenizer knows; a model's logits may be wider."""
        return int(self.engine.vocab_size)

    def encode(self, text: str) -> list[int]:
        """Return the ids of a text, without special tokens around it."""
        return list(self._fast.encode(text, add_special_tokens=False).ids)

    def encode_prompt(self, prompt: Prompt) -> list[int]:
        """Return the ids of a prompt; its two parts never share a token."""
        return self.encode(prompt.constant) + self.encode(prompt.state)

    def piece(self, text: str) -> tuple[int, ...]:
        """Return the ids of one piece of a grammar, remembered."""
        ids = self._pieces.get(text)
        if ids is None:
            ids = self._pieces[text] = tuple(self.encode(text))
        return ids

    def decode(self, ids: list[int] | tuple[int, ...]) -> str:
        """Return the text of ids, byte for byte; halves of a character show as �."""
        return self.bytes_of(ids).decode("utf-8", errors="replace")

    def bytes_of(self, ids: list[int] | tuple[int, ...]) -> bytes:
        """Return the bytes of ids."""
        return bytes(self.engine.decode_bytes(list(ids)))
