"""Fine-tune a student with LoRA: the dials, then the run from top to bottom."""

import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ldc.errors import DatasetError, StoreError
from ldc.finetune.batches import Loss, groups
from ldc.finetune.student import Student, quiet
from ldc.ir import Dataset, Policy, digest
from ldc.store import canonical, claimed, read_json, write_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The dials of a fine-tuning run."""

    epochs: float = 2.0
    """Passes over the training examples."""
    max_steps: int = 0
    """Optimiser steps; 0: as many as the epochs need."""
    learning_rate: float = 2e-4
    """Peak; it rises during the warm-up, then falls on a cosine."""
    warmup: float = 0.05
    """Share of the steps (below 1), or their number."""
    rank: int = 16
    """Of each adapter matrix."""
    alpha: int = 32
    """The adapter's output is scaled by alpha / rank."""
    group_size: int = 8
    """At most so many examples with one menu are computed together."""
    groups_per_step: int = 2
    """Groups whose gradients make one optimiser step."""
    seed: int = 0
    """Of the adapter's start and the order of groups."""
    loss: Loss = "branch"
    """Of "branch": choices among what the grammar allows; "full": every token."""
    save_every: int = 50
    """Steps between checkpoints; a killed run goes on from the last one."""
    valid_every: int = 50
    """Steps between validations."""
    valid_examples: int = 128
    """How many validation examples are looked at."""


def finetune(
    dataset: Dataset,
    student: Student,
    out: Path,
    settings: Settings,
    *,
    task: str,
    digests: Mapping[str, str],
) -> Policy:
    """Teach the student to choose as the dataset's labels do, and keep the adapter.

    A run that was killed goes on from its last checkpoint when it is called again
    with the same dataset, student and settings; otherwise it starts anew. The student
    is left as it was.

    Args:
        dataset: Its training examples; consecutive ones with one menu share its cost.
        student: Trained in its own dtype; the adapter's weights are fp32.
        out: Receives `adapter_model.safetensors`, `adapter_config.json`,
            `policy.json`, `loss.jsonl`, `loss.png`, and `checkpoints/` meanwhile.
        settings: The dials.
        task: Name of the task.
        digests: Of "base", "templates" and "grammar": what `load_policy` compares.

    Raises:
        DatasetError: No training example holds a choice.
        StudentError: The loss diverged.
        StoreError: `out` cannot be written, or another process trains into it.
    """
    from peft import LoraConfig, get_peft_model
    from transformers import TrainingArguments, set_seed

    from ldc.constrain.tokens import Tokens
    from ldc.finetune.curve import save_curve
    from ldc.finetune.policy import save_policy
    from ldc.finetune.trainer import ChoiceTrainer, Watch

    train = groups(dataset.train, settings.group_size)
    valid = groups(dataset.valid[: settings.valid_examples], settings.group_size)
    if not train:
        raise DatasetError(
            f"task {task!r}",
            f"none of the {len(dataset.train)} training examples holds a choice",
            "give a stage two functions, then run `ldc dataset` again",
        )
    run = digest(
        dataset.digest,
        student.revision,
        str(student.model.dtype),
        canonical(asdict(settings)),
        canonical(digests),
    )
    checkpoints = out / "checkpoints"
    with claimed(out, by=f"ldc finetune {task}"), quiet():
        resume = last_checkpoint(checkpoints, run)
        set_seed(settings.seed)
        model: Any = get_peft_model(
            student.model,
            LoraConfig(
                r=settings.rank,
                lora_alpha=settings.alpha,
                target_modules="all-linear",
                task_type="CAUSAL_LM",
            ),
        )
        try:
            watch = Watch()
            trainer = ChoiceTrainer(
                model=model,
                arguments=TrainingArguments(
                    output_dir=str(checkpoints),
                    num_train_epochs=settings.epochs,
                    max_steps=settings.max_steps or -1,
                    learning_rate=settings.learning_rate,
                    warmup_steps=settings.warmup,
                    lr_scheduler_type="cosine",
                    per_device_train_batch_size=1,
                    gradient_accumulation_steps=settings.groups_per_step,
                    logging_steps=1,
                    logging_nan_inf_filter=False,
                    eval_strategy="steps" if valid else "no",
                    eval_steps=settings.valid_every,
                    save_steps=settings.save_every,
                    save_total_limit=2,
                    seed=settings.seed,
                    remove_unused_columns=False,
                    dataloader_pin_memory=False,
                    disable_tqdm=True,
                    report_to="none",
                ),
                train=train,
                valid=valid,
                tokens=Tokens(student.tokenizer),
                loss=settings.loss,
            )
            trainer.add_callback(watch)
            with watch.bar:
                trainer.train(resume_from_checkpoint=resume)
            log = trainer.state.log_history
            unit = f"{settings.loss} loss (nats a token)"
            save_curve(log, out, unit)
            policy = save_policy(
                model,
                student,
                out,
                task=task,
                digests=digests,
                run={
                    "dataset": dataset.digest,
                    "settings": asdict(settings),
                    "steps": trainer.state.global_step,
                    "valid": next((r for r in reversed(log) if "valid_loss" in r), {}),
                },
            )
        finally:
            model.unload()
            student.model.eval()
        shutil.rmtree(checkpoints, ignore_errors=True)
    return policy


def last_checkpoint(folder: Path, run: str) -> str | None:
    """Return the newest whole checkpoint of this run; None to start from nothing.

    What another run left there is removed, and so are checkpoints that were being
    written when the process was killed: the trainer's state is what it writes last.
    """
    if load(folder / "run.json") != run:
        shutil.rmtree(folder, ignore_errors=True)
        write_json(folder / "run.json", run)
    whole = []
    for path in folder.glob("checkpoint-*"):
        if state := load(path / "trainer_state.json"):
            whole.append((int(state["global_step"]), str(path)))
        else:
            shutil.rmtree(path, ignore_errors=True)
    return max(whole)[1] if whole else None


def load(path: Path) -> Any:
    """Return the value of a JSON file; None when it is missing or damaged."""
    try:
        return read_json(path)
    except StoreError:
        return None
