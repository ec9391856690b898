"""Where a policy runs: `transformers`, llama.cpp, or a server; each shows its mask."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ldc.constrain.tokens import Tokens
from ldc.errors import PolicyError
from ldc.finetune.policy import FACTS, load_policy
from ldc.finetune.student import BUILT_IN, Student, converted, quiet
from ldc.generate import Backend
from ldc.generate.decode import MEMORY, Decoder
from ldc.generate.gguf import KEY, cached_gguf
from ldc.generate.openai_server import ServerBackend
from ldc.generate.probe import probe
from ldc.generate.runtime import Runtime, checked
from ldc.store import read_text, shown

if TYPE_CHECKING:
    from ldc.generate.llama_cpp import LlamaReader

Running = tuple[Backend, Tokens]
"""What chooses, and how it cuts texts."""


def in_torch(student: Student, *, memory: int = MEMORY) -> Running:
    """Return a student, tuned or not, on `transformers`.

    Args:
        student: With its adapter merged, if it has one.
        memory: As in `Decoder`.
    """
    from ldc.generate.prefix import TorchReader

    tokens = Tokens(student.tokenizer)
    return Decoder(TorchReader(student.model), tokens, memory=memory), tokens


def run_policy(
    runtime: Runtime,
    folder: Path,
    kept: Path,
    expect: Mapping[str, str],
    *,
    memory: int = MEMORY,
) -> Running:
    """Return what chooses calls with a policy, once it has shown that its mask bites.

    Args:
        runtime: Where it runs.
        folder: What `finetune` wrote.
        kept: Where a GGUF file made of it is kept.
        expect: The digests of now; the policy, or the file, must be of them. A server
            is believed.
        memory: As in `Decoder`.

    Raises:
        PolicyError: No policy, or one of something else.
        StudentError: The model or the server is not there.
        GrammarError: The mask does not bite.
    """
    backend: Backend
    match checked(runtime).backend:
        case "transformers":
            _, student = load_policy(folder, expect)
            backend, tokens = in_torch(student, memory=memory)
        case "llama.cpp":
            from ldc.generate.llama_cpp import LlamaReader
            from ldc.generate.vocabulary import GgufTokens

            made = not runtime.model
            file = cached_gguf(folder, kept, "bf16", expect) if made else runtime.model
            reader = LlamaReader(Path(file))
            _same(reader, expect)
            tokens = GgufTokens(reader)
            backend = Decoder(reader, tokens, memory=memory)
        case "openai":
            tokens = _tokens_of(folder)
            backend = ServerBackend(
                runtime.server, tokens, kind=runtime.kind, model=runtime.served
            )
    probe(backend, tokens)
    return backend, tokens


def _same(reader: "LlamaReader", expect: Mapping[str, str]) -> None:
    """Refuse a file that was made of another policy.

    Raises:
        PolicyError: Its digests are not those of now, or it has none.
    """
    for name, now in expect.items():
        then = reader.fact(KEY + name)
        if then != now:
            raise PolicyError(
                shown(reader.file),
                f"the {name} was {then!r} when it was written, is {now!r} now",
                "write it anew: ldc export TASK --format gguf",
            )


def _tokens_of(folder: Path) -> Tokens:
    """Return the tokens of a policy's student, without its weights."""
    from transformers import AutoTokenizer

    name = json.loads(read_text(folder / FACTS))["student"]
    with quiet():
        source = str(converted()[0]) if name == BUILT_IN else name
        return Tokens(AutoTokenizer.from_pretrained(source))
