"""Where a policy runs: `transformers`, llama.cpp, or a server; each shows its mask."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from ldc.constrain.tokens import Tokens
from ldc.errors import PolicyError, StudentError
from ldc.finetune.policy import FACTS, load_policy
from ldc.finetune.student import BUILT_IN, converted, quiet
from ldc.generate import Backend
from ldc.generate.decode import MEMORY, Decoder
from ldc.generate.gguf import KEY, cached_gguf
from ldc.generate.openai_server import ServerBackend, ServerKind
from ldc.generate.probe import probe
from ldc.store import read_text, shown

if TYPE_CHECKING:
    from ldc.generate.llama_cpp import LlamaReader

BackendName = Literal["transformers", "llama.cpp", "openai"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Runtime:
    """Where a policy runs, as `ldc play` and `ldc score` are told."""

    backend: BackendName = "transformers"
    model: str = ""
    """A GGUF file for llama.cpp; empty: one is made of the policy and kept."""
    server: str = ""
    """URL of the API for openai."""
    kind: ServerKind = "llama.cpp"
    """What the server is."""
    served: str = ""
    """The model's name on the server; empty for the first one it lists."""

    def __str__(self) -> str:
        given = (self.backend, self.model, self.server, self.kind, self.served)
        return " ".join(part for part in given if part)


HERE = Runtime()
"""`transformers`, as training had it."""


def run_policy(
    runtime: Runtime,
    folder: Path,
    kept: Path,
    expect: Mapping[str, str],
    *,
    memory: int = MEMORY,
) -> tuple[Backend, Tokens]:
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
    wrong = {"model": "llama.cpp", "server": "openai", "served": "openai"}
    for option, belongs in wrong.items():
        if getattr(runtime, option) and runtime.backend != belongs:
            what = f"is for --backend {belongs}, not {runtime.backend}"
            raise StudentError(f"--{option}", what, "leave one of the two out")
    backend: Backend
    match runtime.backend:
        case "transformers":
            from ldc.generate.prefix import TorchReader

            _, student = load_policy(folder, expect)
            tokens = Tokens(student.tokenizer)
            backend = Decoder(TorchReader(student.model), tokens, memory=memory)
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
            if not runtime.server:
                what, mend = "needs a server", "give --server http://localhost:8000/v1"
                raise StudentError("--backend openai", what, mend)
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
