"""The same tiny student and toy situations as for fine-tuning."""

from tests.finetune.conftest import tiny, tokenizer, tokens

__all__ = ["tiny", "tokenizer", "tokens"]
