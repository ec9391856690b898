"""One episode as one self-contained HTML page."""

import math
import re
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from ldc.errors import StoreError
from ldc.ir import Call, Decision, Episode, Step, TaskSpec
from ldc.score.metrics import Score
from ldc.score.table import HEADS, cells


@dataclass(frozen=True, slots=True)
class Line:
    """One line that the student read."""

    text: str
    chosen: bool
    """Whether this menu line names the function that was called."""


@dataclass(frozen=True, slots=True)
class Made:
    """One call as the page shows it."""

    text: str
    result: str
    percent: tuple[float, ...]
    """Probability of the call in percent; empty for players that do not choose so."""
    bits: float
    """Entropy of the choice, summed over its branch points; 0 where nobody chose."""
    read: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """One step as the page shows it."""

    svg: str
    told: str
    changed: bool
    """Whether the bulletin differs from the first step's, or from the one before."""
    calls: tuple[Made, ...]
    reward: float
    illegal_moves: int


def frames(task: TaskSpec, episode: Episode) -> tuple[Frame, ...]:
    """Return the page's frames, one a step."""
    made: list[Frame] = []
    for step in episode.steps:
        told = _told(task, step)
        made.append(
            Frame(
                svg=task.draw(step.state),
                told=told,
                changed=any(told != seen.told for seen in made[:1] + made[-1:]),
                calls=_calls(step.decision),
                reward=step.reward,
                illegal_moves=step.illegal_moves,
            )
        )
    return tuple(made)


def write_replay(
    task: TaskSpec,
    episode: Episode,
    out: Path,
    scores: tuple[Score, ...] = (),
    *,
    templates: Path,
) -> Path:
    """Write the page and return its path.

    Args:
        task: Draws the states; its SVG is trusted, all other text is escaped.
        episode: What was played.
        out: The HTML file to write; its folder is made.
        scores: Players to list below the replay.
        templates: The folder that holds `replay.html.jinja`.

    Raises:
        StoreError: The template cannot be read or the page cannot be written.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateNotFound

    loader = FileSystemLoader(templates)
    env = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
    try:
        page = env.get_template("replay.html.jinja").render(
            task=task,
            episode=episode,
            frames=frames(task, episode),
            heads=HEADS,
            rows=[cells(score) for score in scores],
        )
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(page, encoding="utf-8")
    except TemplateNotFound as error:
        mend = "give the project's templates folder"
        raise StoreError(str(templates), f"no template {error.name!r}", mend) from error
    except OSError as error:
        mend = "choose a folder that can be written"
        raise StoreError(str(out), f"not written: {error!r}", mend) from error
    return out


def _told(task: TaskSpec, step: Step) -> str:
    return step.notes or task.told(step.state)


def _calls(decision: Decision) -> tuple[Made, ...]:
    made = []
    for call, result, logp, prompt, bits in zip_longest(
        decision.calls,
        decision.results,
        decision.log_probabilities,
        decision.prompts,
        decision.entropy_bits,
    ):
        percent = () if logp is None else (100 * math.exp(min(0.0, logp)),)
        read = () if prompt is None else _read(str(prompt), call)
        # A prompt without a call: the episode broke off here.
        text = "no call" if call is None else str(call)
        made.append(Made(text, repr(result), percent, sum(bits or ()), read))
    return tuple(made)


def _read(prompt: str, call: Call | None) -> tuple[Line, ...]:
    # Only a menu line ends in `call <name>`; facts may mention the same word.
    name = re.escape(call.function) if call else "(?!)"
    menu = re.compile(rf"\bcall {name}\b")
    return tuple(
        Line(line, menu.search(line) is not None)
        for line in prompt.splitlines()
        if line.strip()
    )
