"""Draw and keep the loss of a run: `loss.png` and `loss.jsonl`."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ldc.store import new_file, write_jsonl

KEPT = ("step", "epoch", "loss", "learning_rate", "valid_loss", "valid_right")
INK, BLUE, ORANGE = "#333333", "#2f6db5", "#e07b39"


def save_curve(log: Sequence[Mapping[str, Any]], out: Path, unit: str) -> None:
    """Write the losses of a run, one row a step or validation, and their picture.

    Args:
        log: Rows of the trainer: "step", "loss", "valid_loss", "valid_right".
        out: Folder of `loss.jsonl` and `loss.png`.
        unit: What the loss counts, for the axis.
    """
    rows = [
        {name: round(float(row[name]), 8) for name in KEPT if name in row}
        for row in log
        if "loss" in row or "valid_loss" in row
    ]
    write_jsonl(out / "loss.jsonl", rows)
    train = [(row["step"], row["loss"]) for row in rows if "loss" in row]
    valid = [(row["step"], row["valid_loss"]) for row in rows if "valid_loss" in row]
    right = [row["valid_right"] for row in rows if "valid_right" in row]
    with new_file(out / "loss.png") as part:
        draw(train, valid, right[-1:], unit, part)


def draw(
    train: Sequence[tuple[float, float]],
    valid: Sequence[tuple[float, float]],
    right: Sequence[float],
    unit: str,
    path: Path,
) -> None:
    """Draw training loss (faint, and smoothed) and validation loss over the steps."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(7, 4), dpi=144, layout="constrained")
    axes = figure.add_subplot()
    steps, losses = zip(*train, strict=True) if train else ((), ())
    axes.plot(steps, losses, color=BLUE, alpha=0.22, linewidth=1)
    axes.plot(steps, smoothed(losses), color=BLUE, linewidth=2, label="training")
    if valid:
        axes.plot(
            *zip(*valid, strict=True),
            color=ORANGE,
            linewidth=2,
            marker="o",
            markersize=4,
            label=f"validation ({right[0]:.0%} right)" if right else "validation",
        )
    axes.set_ylim(bottom=0)
    axes.set_xlabel("optimiser step", color=INK)
    axes.set_ylabel(unit, color=INK)
    axes.tick_params(colors=INK)
    axes.grid(axis="y", alpha=0.25)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    axes.legend(frameon=False)
    canvas: Any = FigureCanvasAgg(figure)
    canvas.print_png(path)


def smoothed(values: Sequence[float], keep: float = 0.9) -> list[float]:
    """Return the running mean that forgets a tenth a step, unbiased at the start."""
    found: list[float] = []
    total = weight = 0.0
    for value in values:
        total = keep * total + (1 - keep) * value
        weight = keep * weight + (1 - keep)
        found.append(total / weight)
    return found
