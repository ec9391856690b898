"""Where a policy is to run, as `ldc play` and `ldc score` are told."""

from dataclasses import dataclass
from typing import Literal

from ldc.errors import StudentError

BackendName = Literal["transformers", "llama.cpp", "openai"]

ServerKind = Literal["llama.cpp", "vllm", "sglang"]
"""What a server is: each takes a grammar in a field of its own."""

BELONGS = {"model": "llama.cpp", "server": "openai", "served": "openai"}
"""Field -> the only backend that it says something to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Runtime:
    """A backend, and where it finds the model."""

    backend: BackendName = "transformers"
    model: str = ""
    """A GGUF file for llama.cpp; empty: one is made of the policy, and kept."""
    server: str = ""
    """URL of the API for openai."""
    kind: ServerKind = "llama.cpp"
    """What that server is."""
    served: str = ""
    """The model's name on the server; empty for the first one that it lists."""

    def __str__(self) -> str:
        kind = self.kind if self.server else ""
        given = (self.backend, self.model, self.server, kind, self.served)
        return " ".join(part for part in given if part)


HERE = Runtime()
"""`transformers`, as in training."""


def checked(runtime: Runtime) -> Runtime:
    """Return a runtime whose parts fit together.

    Raises:
        StudentError: A part is missing, or says something to another backend.
    """
    for part, backend in BELONGS.items():
        if getattr(runtime, part) and runtime.backend != backend:
            what = f"{part}={getattr(runtime, part)!r} is for {backend} only"
            mend = f"leave it out, or give --backend {backend}"
            raise StudentError(f"--backend {runtime.backend}", what, mend)
    if runtime.backend == "openai" and not runtime.server:
        mend = "give --server http://localhost:8000/v1"
        raise StudentError("--backend openai", "no server is named", mend)
    return runtime
