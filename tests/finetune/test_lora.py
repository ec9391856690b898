"""A run teaches, can be killed, and keeps a policy that loads only where it fits."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import torch

from ldc.constrain import Tokens
from ldc.errors import DatasetError, PolicyError, StudentError
from ldc.finetune.lora import Settings, finetune
from ldc.finetune.policy import load_policy
from ldc.finetune.student import Student, load_student
from ldc.finetune.trainer import ChoiceTrainer
from ldc.generate.decode import Decoder
from ldc.generate.prefix import TorchReader
from ldc.ir import Dataset
from tests.finetune.conftest import ROOT, make_dataset, situation, tiny_student

DIGESTS = {"base": "b1", "templates": "t1", "grammar": "g1"}
QUICK = Settings(
    max_steps=10, rank=4, group_size=4, save_every=2, valid_every=4, learning_rate=1e-2
)


def rows(out: Path) -> list[dict[str, float]]:
    return [json.loads(line) for line in (out / "loss.jsonl").read_text().splitlines()]


@pytest.fixture
def saved_tiny(tmp_path: Path, tokenizer: Any) -> Student:
    """A tiny student in a folder, so that a policy can find it again."""
    folder = tmp_path / "student"
    tiny_student(tokenizer).model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return load_student(str(folder), "float32")


def test_a_run_lowers_the_loss_and_leaves_only_what_it_says(
    tmp_path: Path, tiny: Student, tokens: Tokens, capfd: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "policy"
    before = {k: v.clone() for k, v in tiny.model.state_dict().items()}
    policy = finetune(
        make_dataset(tokens, 32, 8), tiny, out, QUICK, task="toy", digests=DIGESTS
    )
    train = [row["loss"] for row in rows(out) if "loss" in row]
    valid = [row["step"] for row in rows(out) if "valid_loss" in row]
    assert len(train) == 10
    assert sum(train[-3:]) < sum(train[:3])
    assert valid == [4, 8, 10]
    assert sorted(p.name for p in out.iterdir() if p.name != ".claim") == [
        "adapter_config.json",
        "adapter_model.safetensors",
        "loss.jsonl",
        "loss.png",
        "policy.json",
    ]
    assert str(tmp_path) not in (out / "adapter_config.json").read_text()
    assert str(tmp_path) not in (out / "policy.json").read_text()
    assert policy.adapter == str(out)
    after = tiny.model.state_dict()
    assert before.keys() == after.keys()
    assert all(torch.equal(before[k], after[k]) for k in before)
    told = capfd.readouterr()
    assert (told.out, told.err) == ("", "")


def test_a_killed_run_goes_on_and_ends_where_an_undisturbed_one_does(
    tmp_path: Path, tokenizer: Any, tokens: Tokens, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed, whole = tmp_path / "killed", tmp_path / "whole"
    child = f"""
import os, signal
from pathlib import Path
from transformers import AutoTokenizer
from ldc.constrain import Tokens
from ldc.finetune.lora import finetune
from ldc.finetune.student import converted
from ldc.finetune.trainer import Watch
from tests.finetune.conftest import make_dataset, tiny_student
from tests.finetune.test_lora import DIGESTS, QUICK

def kill(self, args, state, control, **kwargs):
    if state.global_step == 5:
        os.kill(os.getpid(), signal.SIGKILL)

Watch.on_step_end = kill
tokenizer = AutoTokenizer.from_pretrained(converted()[0])
finetune(make_dataset(Tokens(tokenizer), 32, 8), tiny_student(tokenizer),
         Path({str(killed)!r}), QUICK, task="toy", digests=DIGESTS)
"""
    ended = subprocess.run(
        [sys.executable, "-c", child],
        cwd=ROOT.parent,
        env={**os.environ, "PYTHONPATH": str(ROOT.parent)},
        capture_output=True,
        text=True,
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    assert not (killed / "policy.json").exists()
    # A checkpoint that was being written: the trainer's state comes last.
    shutil.copytree(
        killed / "checkpoints" / "checkpoint-4", killed / "checkpoints" / "checkpoint-6"
    )
    (killed / "checkpoints" / "checkpoint-6" / "trainer_state.json").write_text("{")

    calls: list[Any] = []
    plain = ChoiceTrainer.compute_loss

    def counted(self: ChoiceTrainer, *given: Any, **named: Any) -> torch.Tensor:
        calls.append(given)
        return plain(self, *given, **named)

    monkeypatch.setattr(ChoiceTrainer, "compute_loss", counted)
    data = make_dataset(tokens, 32, 8)
    for out in (killed, whole):
        calls.clear()
        finetune(data, tiny_student(tokenizer), out, QUICK, task="toy", digests=DIGESTS)
        steps = 6 if out == killed else 10
        assert len(calls) == steps * QUICK.groups_per_step
    assert rows(killed) == rows(whole)
    weights = "adapter_model.safetensors"
    assert (killed / weights).read_bytes() == (whole / weights).read_bytes()


def test_checkpoints_of_another_run_are_not_taken(
    tmp_path: Path, tokenizer: Any, tokens: Tokens
) -> None:
    from ldc.finetune.lora import last_checkpoint

    folder = tmp_path / "checkpoints"
    assert last_checkpoint(folder, "one") is None
    for step in (2, 10):
        (folder / f"checkpoint-{step}").mkdir()
        state = folder / f"checkpoint-{step}" / "trainer_state.json"
        state.write_text(json.dumps({"global_step": step}))
    assert last_checkpoint(folder, "one") == str(folder / "checkpoint-10")
    assert last_checkpoint(folder, "two") is None
    assert not list(folder.glob("checkpoint-*"))


def test_a_loaded_policy_computes_what_was_trained(
    tmp_path: Path, saved_tiny: Student, tokens: Tokens
) -> None:
    from peft import PeftModel

    out = tmp_path / "policy"
    finetune(
        make_dataset(tokens, 32, 0), saved_tiny, out, QUICK, task="toy", digests=DIGESTS
    )
    policy, merged = load_policy(out, DIGESTS, "float32")
    assert policy.digests == DIGESTS
    ids = torch.arange(50, 90)[None]
    with torch.inference_mode():
        base = saved_tiny.model(ids).logits
        found = merged.model(ids).logits
        beside = PeftModel.from_pretrained(saved_tiny.model, str(out)).eval()
        torch.testing.assert_close(found, beside(ids).logits, atol=2e-3, rtol=1e-3)
    assert (found - base).abs().max() > 0.1
    prompt, grammar, _ = situation(5, "walk")
    choice = Decoder(TorchReader(merged.model), tokens).choose(
        prompt, grammar.matcher(tokens)
    )
    assert grammar.accepts(tokens.decode(choice.ids))


def test_a_policy_is_refused_where_it_does_not_fit(
    tmp_path: Path, saved_tiny: Student, tokens: Tokens
) -> None:
    out = tmp_path / "policy"
    with pytest.raises(PolicyError, match="no policy"):
        load_policy(out, DIGESTS)
    one = Settings(max_steps=1, rank=1)
    finetune(
        make_dataset(tokens, 4, 0), saved_tiny, out, one, task="toy", digests=DIGESTS
    )
    with pytest.raises(PolicyError) as refused:
        load_policy(out, {**DIGESTS, "base": "b2"})
    assert "the base was 'b1' in training, is 'b2' now" in refused.value.what
    assert "templates" not in refused.value.what
    assert "ldc finetune toy" in refused.value.mend

    weights = Path(saved_tiny.name) / "model.safetensors"
    data = bytearray(weights.read_bytes())
    data[-1] ^= 1
    weights.write_bytes(data)
    with pytest.raises(PolicyError, match="revision"):
        load_policy(out, DIGESTS)

    adapter = out / "adapter_model.safetensors"
    adapter.write_bytes(adapter.read_bytes()[:-8])
    with pytest.raises(PolicyError, match="is not the file"):
        load_policy(out, DIGESTS)


def test_a_dataset_without_choices_is_refused(tmp_path: Path, tiny: Student) -> None:
    empty = Dataset(train=(), valid=(), test=(), digest="0")
    with pytest.raises(DatasetError, match="holds a choice"):
        finetune(empty, tiny, tmp_path, QUICK, task="toy", digests=DIGESTS)


def test_a_run_that_diverges_stops(
    tmp_path: Path, tiny: Student, tokens: Tokens
) -> None:
    with torch.no_grad():
        tiny.model.lm_head.weight.fill_(float("inf"))
    with pytest.raises(StudentError, match="lower learning rate"):
        finetune(
            make_dataset(tokens, 8, 0), tiny, tmp_path, QUICK, task="toy", digests={}
        )


def test_ten_steps_teach_the_real_student(tmp_path: Path) -> None:
    student = load_student()
    tokens = Tokens(student.tokenizer)
    data = make_dataset(tokens, 20, 0)
    out = tmp_path / "policy"
    settings = Settings(max_steps=10, group_size=4)
    finetune(data, student, out, settings, task="toy", digests=DIGESTS)
    losses = [row["loss"] for row in rows(out)]
    assert sum(losses[-3:]) < 0.8 * sum(losses[:3])
    assert (out / "adapter_model.safetensors").stat().st_size < 10_000_000

    _, merged = load_policy(out, DIGESTS)
    decoder = Decoder(TorchReader(merged.model), tokens)
    prompt, grammar, _ = situation(1, "pick")
    choice = decoder.choose(prompt, grammar.matcher(tokens))
    assert grammar.accepts(tokens.decode(choice.ids))
