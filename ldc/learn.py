"""The learning half of a build: label, word, fine-tune; each step resumes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from ldc.constrain import Tokens
from ldc.dataset import (
    Label,
    Past,
    dataset,
    label_all,
    read_dataset,
    write_dataset,
)
from ldc.finetune.batches import Loss
from ldc.finetune.lora import Settings, finetune
from ldc.finetune.policy import load_policy
from ldc.finetune.student import Student, load_student
from ldc.ir import Dataset, FunctionBase, Grammar, Policy, TaskSpec, digest
from ldc.jail import Jail
from ldc.labels import EXPERT, Labeller, Labelling, pasts
from ldc.play.outputs import outputs_base, outputs_call, outputs_task
from ldc.play.players import Wrong
from ldc.play.rollout import rollout
from ldc.progress import tracked
from ldc.project import Project
from ldc.render import Renderer
from ldc.store import read_json, write_json

Kind = Literal["functions", "outputs"]
"""What a student is distilled on: calls of functions, or the bare actions."""

TOLD = "labels.json"
"""Beside a dataset: what `Labeller.told` says of its labels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """How much a build spends."""

    label_episodes: int = 300
    """Episodes played for training states."""
    wrong: float = 0.15
    """Share of their calls that are drawn at random, to visit what goes wrong."""
    rows: int = 4500
    """Training examples of the student that calls functions."""
    output_rows: int = 4500
    """Training examples of the student distilled on outputs."""
    play_episodes: int = 100
    """Episodes of each player in the score table."""
    round_episodes: int = 60
    """Episodes that the student plays to be labelled, in each round after the first."""


DEMO = Budget(
    label_episodes=200,
    rows=2200,
    output_rows=800,
    play_episodes=20,
    round_episodes=20,
)
"""The same build, small: a quarter of an hour on two cores, more or less."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """What every learning step works with."""

    project: Project
    task: TaskSpec
    base: FunctionBase
    grammar: Grammar
    budget: Budget
    folder: Path
    """Where this build keeps its artefacts."""
    student: str
    """Name of the student, as `load_student` takes it."""
    seed: int
    labelling: Labelling = EXPERT

    @property
    def renderer(self) -> Renderer:
        """The project's templates."""
        return Renderer(self.project.templates)

    def digests(self, kind: Kind) -> Mapping[str, str]:
        """Return what a policy must have been trained with."""
        base, _ = menu_of(self, kind)
        return {
            "base": base.digest,
            "templates": self.renderer.digest(),
            "grammar": digest(self.grammar.text),
        }


def menu_of(kit: Kit, kind: Kind) -> tuple[FunctionBase, TaskSpec]:
    """Return the base and the task that a kind of student sees."""
    if kind == "functions":
        return kit.base, kit.task
    return outputs_base(kit.task), outputs_task(kit.task)


def labels(kit: Kit) -> tuple[tuple[Label, ...], tuple[Label, ...], dict[str, Any]]:
    """Play seeded episodes with some wrong moves, and label every state visited.

    Returns:
        Labels for the student that calls functions; for the one that writes actions;
        and what `Labeller.told` says of them.

    Raises:
        Capped: The teacher may not be asked so much.
        LdcError: As the labeller's.
    """
    states: dict[str, tuple[Any, Any]] = {}
    met: dict[str, Past] = {}
    player = Wrong(kit.task, kit.base, kit.budget.wrong, kit.seed)
    with Jail(kit.task, kit.base.functions) as jail:
        for seed in tracked(range(kit.budget.label_episodes), "labelling"):
            game = rollout(kit.task, jail, player, seed)
            for step, past in zip(game.steps, pasts(kit.task, game), strict=True):
                states.setdefault(repr(step.state), (step.state, step.hint))
                met.setdefault(repr(step.state), past)
        labeller = labeller_of(kit, jail, met)
        found = label_all(kit.task, jail, list(states.values()), labeller)
    actions = tuple(
        Label(
            state=state,
            stage="act",
            results={},
            call=outputs_call(action),
            told=any(each.told for each in here),
        )
        for (state, _), (here, action) in zip(states.values(), found, strict=True)
    )
    return tuple(each for here, _ in found for each in here), actions, labeller.told()


def labeller_of(kit: Kit, jail: Jail, met: Mapping[str, Past]) -> Labeller:
    """Return the kit's labeller at work; arguments as of `Labeller`."""
    base, task = kit.base, kit.task
    return Labeller(kit.labelling, kit.project, task, base, jail, met, kit.seed)


def key_of_labels(kit: Kit) -> tuple[str, ...]:
    """Return what tells a kit's labels from the expert's; nothing for the expert's."""
    by, model = kit.labelling.by, kit.labelling.model
    return () if by == "expert" else (by, model)


def dataset_stage(kit: Kit, kind: Kind, tokens: Tokens) -> Dataset:
    """Return the dataset of a kind of student, made once and kept.

    Beside it lies `TOLD`: what `Labeller.told` says of its labels.

    Raises:
        Capped: The teacher may not be asked so much; what it said is kept.
        LdcError: As `labels` and `ldc.dataset.dataset`.
    """
    folder = kit.folder / f"dataset-{kind}"
    rows = kit.budget.rows if kind == "functions" else kit.budget.output_rows
    key = digest(
        *kit.digests(kind).values(),
        repr((kit.budget.label_episodes, kit.budget.wrong, rows)),
        repr(sorted(kit.task.wordings.items())),
        str(kit.seed),
        kit.student,
        *key_of_labels(kit),
    )
    mark = folder / "made.json"
    if mark.is_file() and read_json(mark) == {"key": key}:
        return read_dataset(folder)
    calls, actions, told = labels(kit)
    chosen = calls if kind == "functions" else actions
    made = word(kit, kind, chosen, (), rows, tokens)
    folder.mkdir(parents=True, exist_ok=True)
    write_dataset(made, folder)
    write_json(folder / TOLD, told)
    write_json(mark, {"key": key})
    return made


def word(
    kit: Kit,
    kind: Kind,
    chosen: Sequence[Label],
    missed: Sequence[Label],
    rows: int,
    tokens: Tokens,
) -> Dataset:
    """Return labels as a dataset; arguments as of `ldc.dataset.dataset`."""
    base, task = menu_of(kit, kind)
    return dataset(
        task,
        base,
        chosen,
        missed=missed,
        renderer=kit.renderer,
        tokens=tokens,
        rows=rows,
        seed=kit.seed,
        renamed=0.8 if kind == "functions" else 0.0,
        pretending=0.25 if kind == "functions" else 0.0,
    )


def finetune_stage(
    kit: Kit, kind: Kind, out: Path, dials: Settings, student: Student
) -> Policy:
    """Return the fine-tuned policy in `out`; nothing is done when it is there."""
    made = dataset_stage(kit, kind, Tokens(student.tokenizer))
    return tuned(kit, kind, made, out, dials, student)


def tuned(
    kit: Kit, kind: Kind, made: Dataset, out: Path, dials: Settings, student: Student
) -> Policy:
    """Return the policy of a dataset in `out`; nothing is done when it is there."""
    digests = tuned_digests(kit, kind, made, dials)
    done = out / "policy.json"
    if done.is_file() and read_json(done).get("digests") == digests:
        return load_policy(out, digests)[0]
    return finetune(made, student, out, dials, task=kit.task.name, digests=digests)


def tuned_digests(
    kit: Kit, kind: Kind, made: Dataset, dials: Settings
) -> Mapping[str, str]:
    """Return what tells one fine-tuned policy from another."""
    return {
        **kit.digests(kind),
        "dataset": made.digest,
        "settings": digest(repr(dials)),
    }


def places(kit: Kit, out: Path) -> Mapping[str, tuple[Kind, Path]]:
    """Return what each tuned student was distilled on, and its folder.

    Args:
        kit: Gives the folder of all but the first.
        out: Folder of the policy that calls functions.
    """
    return {
        "LD": ("functions", out),
        "KD-outputs": ("outputs", kit.folder / "outputs"),
    }


def settings(loss: Loss = "branch") -> Settings:
    """Return the dials of a build's fine-tunes."""
    return Settings(epochs=1.0, learning_rate=3e-4, loss=loss)


def policies(kit: Kit, out: Path, loss: Loss = "branch") -> None:
    """Fine-tune both students, one after the other; what is there stays.

    Args:
        kit: Base, budget and folder.
        out: As in `places`.
        loss: Of both.
    """
    student = load_student(kit.student)
    for kind, folder in places(kit, out).values():
        finetune_stage(kit, kind, folder, settings(loss), student)
