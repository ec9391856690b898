"""The `transformers` trainer with our loss, our validation, and one progress bar."""

import math
import sys
from typing import Any

import torch
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)
from transformers import PrinterCallback, Trainer, TrainerCallback, TrainingArguments

from ldc.errors import StudentError
from ldc.finetune.batches import Batch, Loss, pack
from ldc.finetune.loss import batch_loss, kept_logits, log_probabilities, right_choices
from ldc.finetune.student import quiet
from ldc.ir import Example

Group = tuple[Example, ...]


class ChoiceTrainer(Trainer):
    """Trains on packed groups; one optimiser step averages over all its labels."""

    loss_is_scaled_for_ga = True

    def __init__(
        self,
        *,
        model: Any,
        arguments: TrainingArguments,
        train: list[Group],
        valid: list[Group],
        tokens: Any,
        loss: Loss,
    ) -> None:
        with quiet():
            super().__init__(
                model=model,
                args=arguments,
                train_dataset=train,
                eval_dataset=valid,
                data_collator=lambda rows: dict(pack(rows[0], tokens, loss)),
            )
        self.model_accepts_loss_kwargs = (
            True  # so that the labels of a step are counted
        )
        self._loss_shifts_labels = False  # ours stand where they are predicted
        self._valid = valid
        self._tokens = tokens
        self.remove_callback(PrinterCallback)

    def compute_loss(
        self,
        model: Any,
        inputs: Any,
        return_outputs: bool = False,
        num_items_in_batch: torch.Tensor | int | None = None,
    ) -> torch.Tensor:
        """Return the loss of one packed row, in nats a label of the whole step."""
        return batch_loss(model, inputs, num_items_in_batch)

    def evaluate(self, *_: Any, **__: Any) -> dict[str, float]:
        """Log the branch loss of the validation examples and the share decided right.

        Always the branch loss, so that runs with either loss can be compared.
        """
        nats = 0.0
        labels = 0
        right: list[bool] = []
        model: Any = self.model
        model.eval()
        with torch.inference_mode():
            for group in self._valid:
                batch: Batch = self._prepare_inputs(  # type: ignore[assignment]
                    dict(pack(group, self._tokens, "branch"))
                )
                logits = kept_logits(model, batch)
                nats -= float(log_probabilities(logits, batch).sum())
                labels += len(batch["labels"])
                right += right_choices(logits, batch)
        model.train()
        metrics = {
            "valid_loss": nats / labels,
            "valid_right": sum(right) / len(right),
        }
        self.log(dict(metrics))
        self.control = self.callback_handler.on_evaluate(
            self.args, self.state, self.control, metrics
        )
        return metrics


class Watch(TrainerCallback):
    """A progress bar on stderr when that is a terminal; stops a run that diverges."""

    def __init__(self) -> None:
        console = Console(file=sys.stderr)
        self.bar = Progress(
            TextColumn("finetune"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.description}"),
            TimeRemainingColumn(),
            console=console,
            disable=not console.is_terminal,
        )
        self._said: dict[str, str] = {}

    def on_train_begin(
        self, args: Any, state: Any, control: Any, **kwargs: Any
    ) -> None:
        """Show the bar where a resumed run goes on."""
        self._task = self.bar.add_task(
            "", total=state.max_steps, completed=state.global_step
        )

    def on_step_end(self, args: Any, state: Any, control: Any, **kwargs: Any) -> None:
        """Move the bar by one optimiser step."""
        self.bar.update(self._task, completed=state.global_step)

    def on_log(
        self, args: Any, state: Any, control: Any, logs: Any = None, **kwargs: Any
    ) -> None:
        """Say the newest losses.

        Raises:
            StudentError: The loss is no finite number.
        """
        for name, said in (("loss", "loss"), ("valid_right", "valid right")):
            if name in logs:
                self._said[said] = f"{logs[name]:.3f}"
        if not math.isfinite(logs.get("loss", 0.0)):
            raise StudentError(
                f"finetune step {state.global_step}",
                f"the loss became {logs['loss']!r}",
                "use a lower learning rate or more warmup",
            )
        said = "  ".join(f"{name} {value}" for name, value in self._said.items())
        self.bar.update(self._task, description=said)
