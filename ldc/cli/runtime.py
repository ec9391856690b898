"""The options that say where a policy runs, and what picks its candidates."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from ldc.generate.runtime import Runtime

BackendOption = Annotated[
    Literal["transformers", "llama.cpp", "openai"],
    typer.Option("--backend", help="What runs the student."),
]
ModelOption = Annotated[
    str,
    typer.Option(
        "--model",
        metavar="FILE",
        help="A GGUF file for llama.cpp; else one is made of the policy.",
        show_default=False,
    ),
]
ServerOption = Annotated[
    str,
    typer.Option(
        "--server",
        metavar="URL",
        help="Of an OpenAI-compatible server that holds the student.",
        show_default=False,
    ),
]
RetrieverOption = Annotated[
    Literal["bm25", "minilm"],
    typer.Option("--retriever", help="What picks the candidates."),
]
KindOption = Annotated[
    Literal["llama.cpp", "vllm", "sglang"],
    typer.Option("--server-kind", help="How that server takes a grammar."),
]
ServedOption = Annotated[
    str,
    typer.Option(
        "--served-model",
        metavar="NAME",
        help="As the server calls the student; else its first model.",
        show_default=False,
    ),
]


def runtime_of(
    backend: Literal["transformers", "llama.cpp", "openai"],
    model: str,
    server: str,
    kind: Literal["llama.cpp", "vllm", "sglang"],
    served: str,
) -> "Runtime":
    """Return where a policy runs, from the five options.

    Raises:
        StudentError: They do not fit together.
    """
    from ldc.generate.runtime import Runtime, checked

    return checked(
        Runtime(backend=backend, model=model, server=server, kind=kind, served=served)
    )
