"""A policy makes the same calls wherever it runs; one of another base is refused."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

from ldc.errors import PolicyError, StudentError
from ldc.finetune.policy import save_policy
from ldc.finetune.student import Student, load_student
from ldc.generate.backends import Running, in_torch, run_policy
from ldc.generate.gguf import write_gguf
from ldc.generate.runtime import HERE, Runtime, checked
from tests.finetune.conftest import situation, tiny_student
from tests.generate.conftest import BUILT

DIGESTS = {"base": "b1", "templates": "t1", "grammar": "g1"}
LLAMA = Runtime(backend="llama.cpp")
CASES = [(seed, stage) for seed in range(16) for stage in ("pick", "walk")]


@pytest.fixture(scope="module")
def student(tokenizer: Any, tmp_path_factory: pytest.TempPathFactory) -> Student:
    """A tiny student in a folder, so that a policy can find it again."""
    folder = tmp_path_factory.mktemp("student")
    tiny_student(tokenizer).model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return load_student(str(folder), "float32")


@pytest.fixture(scope="module")
def policy(student: Student, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A policy whose adapter says something, though nothing was learnt."""
    from peft import LoraConfig, get_peft_model

    torch.manual_seed(1)
    out = tmp_path_factory.mktemp("policy")
    config = LoraConfig(
        r=4,
        lora_alpha=32,
        target_modules="all-linear",
        task_type="CAUSAL_LM",
        init_lora_weights=False,
    )
    fresh = load_student(student.name, "float32")
    model = get_peft_model(fresh.model, config)
    save_policy(model, student, out, task="toy", digests=DIGESTS, run={})
    return out


def calls(running: Running) -> list[str]:
    backend, tokens = running
    asked = [situation(*case)[:2] for case in CASES]
    chosen = [backend.choose(p, grammar.matcher(tokens)) for p, grammar in asked]
    return [tokens.decode(choice.ids) for choice in chosen]


def test_the_same_calls_on_both(student: Student, policy: Path, tmp_path: Path) -> None:
    pytest.importorskip("llama_cpp", reason=BUILT)
    theirs = calls(run_policy(HERE, policy, tmp_path, DIGESTS))
    ours = calls(run_policy(LLAMA, policy, tmp_path, DIGESTS))
    assert ours == theirs
    assert theirs != calls(in_torch(student))  # the adapter is merged, or it would not

    (made,) = tmp_path.glob("*.gguf")
    stamp = made.stat().st_mtime_ns
    named = run_policy(replace(LLAMA, model=str(made)), policy, tmp_path, DIGESTS)
    assert calls(named) == ours
    run_policy(LLAMA, policy, tmp_path, DIGESTS)
    assert [made] == list(tmp_path.glob("*.gguf"))
    assert made.stat().st_mtime_ns == stamp


def test_a_file_of_something_else_is_refused(
    student: Student, policy: Path, tmp_path: Path
) -> None:
    pytest.importorskip("llama_cpp", reason=BUILT)
    run_policy(LLAMA, policy, tmp_path, DIGESTS)
    with pytest.raises(PolicyError, match="base was 'b1' when.*, is 'b2' now"):
        run_policy(LLAMA, policy, tmp_path, {**DIGESTS, "base": "b2"})
    bare = tmp_path / "bare.gguf"
    write_gguf(student, bare, "f32", {})
    with pytest.raises(PolicyError, match="base was '' when"):
        run_policy(replace(LLAMA, model=str(bare)), policy, tmp_path, DIGESTS)


def test_there_must_be_a_policy(tmp_path: Path) -> None:
    for runtime in (HERE, LLAMA):
        with pytest.raises(PolicyError, match="no policy in this folder"):
            run_policy(runtime, tmp_path, tmp_path / "kept", DIGESTS)


@pytest.mark.parametrize(
    ("runtime", "told"),
    [
        (Runtime(model="a.gguf"), "model='a.gguf' is for llama.cpp only"),
        (Runtime(server="http://x"), "server='http://x' is for openai only"),
        (Runtime(backend="llama.cpp", served="x"), "served='x' is for openai only"),
        (Runtime(backend="openai"), "no server is named"),
    ],
)
def test_options_that_do_not_fit_are_told(runtime: Runtime, told: str) -> None:
    with pytest.raises(StudentError, match=told):
        checked(runtime)


def test_a_runtime_is_spelled_for_keys() -> None:
    assert str(HERE) == "transformers"
    assert str(replace(LLAMA, model="a.gguf")) == "llama.cpp a.gguf"
    there = Runtime(backend="openai", server="http://x/v1", kind="vllm", served="s")
    assert str(there) == "openai http://x/v1 vllm s"
