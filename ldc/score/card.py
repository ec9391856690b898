"""The model card beside a policy: data, digests, command, scores."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ldc.ir import TaskSpec
from ldc.score.metrics import Score
from ldc.score.table import markdown


def model_card(
    task: TaskSpec,
    policy: Mapping[str, Any],
    scores: tuple[Score, ...],
    templates: Path,
) -> str:
    """Return the card as Markdown.

    Args:
        task: What the policy plays.
        policy: What its `policy.json` holds.
        scores: Of all players.
        templates: Folder of `model_card.md.jinja`.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    jinja = Environment(
        loader=FileSystemLoader(str(templates)),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        autoescape=False,
    )
    template = jinja.get_template("model_card.md.jinja")
    table = markdown(scores).rstrip("\n")
    return template.render(task=task, policy=policy, table=table)
