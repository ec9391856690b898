"""The learning half of a build: label, fine-tune, play, score; each step resumes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from ldc.constrain import Tokens
from ldc.dataset import Label, dataset, label, read_dataset, write_dataset
from ldc.finetune.lora import Settings, finetune
from ldc.finetune.policy import load_policy
from ldc.finetune.student import Student, load_student
from ldc.ir import Dataset, Episode, FunctionBase, Grammar, Policy, TaskSpec, digest
from ldc.jail import Jail
from ldc.play.constant import best_constant
from ldc.play.outputs import outputs_base, outputs_call, outputs_task
from ldc.play.players import CodeOnly, Expert, Player, RandomLegal, Wrong
from ldc.play.rollout import rollout
from ldc.play.student import StudentPlayer
from ldc.project import Project
from ldc.render import Renderer
from ldc.score.metrics import Bits
from ldc.store import read_json, write_json

Kind = Literal["functions", "outputs"]
"""What a student is distilled on: calls of functions, or the bare actions."""

CHOOSE_SEEDS = 500_000
"""The best constant choice is chosen on seeds from here on."""
PLAY_SEEDS = 1_000_000
"""Scores are taken on seeds from here on; training plays seeds below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """How much a build spends."""

    label_episodes: int = 300
    """Episodes played for training states."""
    wrong: float = 0.15
    """Share of their calls that are drawn at random, to visit what goes wrong."""
    rows: int = 4500
    """Training examples of the student that calls functions."""
    output_rows: int = 1600
    """Training examples of the student distilled on outputs."""
    play_episodes: int = 100
    """Episodes of each player in the score table."""


DEMO = Budget(label_episodes=120, rows=1000, output_rows=400, play_episodes=12)
"""The same build, small: at most a quarter of an hour on two cores."""


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


def labels(kit: Kit) -> tuple[tuple[Label, ...], tuple[Label, ...]]:
    """Play seeded episodes with some wrong moves, and label every state visited.

    Returns:
        Labels for the student that calls functions; for the one that writes actions.
    """
    calls: list[Label] = []
    actions: list[Label] = []
    seen: set[str] = set()
    player = Wrong(kit.task, kit.base, kit.budget.wrong, kit.seed)
    with Jail(kit.task, kit.base.functions) as jail:
        for seed in range(kit.budget.label_episodes):
            for step in rollout(kit.task, jail, player, seed).steps:
                state = repr(step.state)
                if state in seen:
                    continue
                seen.add(state)
                found, action = label(kit.task, jail, step.state, step.hint)
                calls += found
                actions.append(
                    Label(
                        state=step.state,
                        stage="act",
                        results={},
                        call=outputs_call(action),
                        told=any(each.told for each in found),
                    )
                )
    return tuple(calls), tuple(actions)


def dataset_stage(kit: Kit, kind: Kind, tokens: Tokens) -> Dataset:
    """Return the dataset of a kind of student, made once and kept."""
    folder = kit.folder / f"dataset-{kind}"
    key = digest(
        *kit.digests(kind).values(),
        repr(kit.budget),
        repr(sorted(kit.task.wordings.items())),
        str(kit.seed),
        kit.student,
    )
    mark = folder / "made.json"
    if mark.is_file() and read_json(mark) == {"key": key}:
        return read_dataset(folder)
    base, task = menu_of(kit, kind)
    chosen = labels(kit)[0 if kind == "functions" else 1]
    rows = kit.budget.rows if kind == "functions" else kit.budget.output_rows
    made = dataset(
        task,
        base,
        chosen,
        renderer=kit.renderer,
        tokens=tokens,
        rows=rows,
        seed=kit.seed,
        renamed=0.8 if kind == "functions" else 0.0,
    )
    folder.mkdir(parents=True, exist_ok=True)
    write_dataset(made, folder)
    write_json(mark, {"key": key})
    return made


def finetune_stage(
    kit: Kit, kind: Kind, out: Path, settings: Settings, student: Student
) -> Policy:
    """Return the fine-tuned policy in `out`; nothing is done when it is there."""
    made = dataset_stage(kit, kind, Tokens(student.tokenizer))
    digests = {**kit.digests(kind), "dataset": made.digest}
    done = out / "policy.json"
    if done.is_file() and read_json(done).get("digests") == digests:
        return load_policy(out, digests)[0]
    return finetune(made, student, out, settings, task=kit.task.name, digests=digests)


def player_of(kit: Kit, name: str, kind: Kind, student: Student) -> StudentPlayer:
    """Return a student as a player."""
    from ldc.constrain.retriever import BM25
    from ldc.generate.decode import Decoder

    base, task = menu_of(kit, kind)
    tokens = Tokens(student.tokenizer)
    return StudentPlayer(
        name,
        task=task,
        base=base,
        backend=Decoder(student, tokens),
        tokens=tokens,
        renderer=kit.renderer,
        retriever=BM25(base.functions),
    )


def play_stage(
    kit: Kit, player: Player, kind: Kind, seeds: Sequence[int]
) -> tuple[Episode, ...]:
    """Return one episode a seed."""
    base, task = menu_of(kit, kind)
    with Jail(task, base.functions) as jail:
        return tuple(rollout(task, jail, player, seed) for seed in seeds)


def students(kit: Kit, tuned: Mapping[str, tuple[Kind, Path]]) -> dict[str, Any]:
    """Return name -> (kind, player): the untuned student and the tuned ones."""
    found: dict[str, Any] = {
        "zero-shot": (
            "functions",
            player_of(kit, "zero-shot", "functions", load_student(kit.student)),
        )
    }
    for name, (kind, folder) in tuned.items():
        _, student = load_policy(folder, kit.digests(kind))
        found[name] = (kind, player_of(kit, name, kind, student))
    return found


def policies(kit: Kit, out: Path) -> Mapping[str, tuple[Kind, Path]]:
    """Fine-tune both students, one after the other; what is there stays.

    Args:
        kit: Base, budget and folder.
        out: Folder of the policy that calls functions; the other stays in the kit's.
    """
    student = load_student(kit.student)
    places: dict[str, tuple[Kind, Path]] = {
        "LD": ("functions", out),
        "KD-outputs": ("outputs", kit.folder / "outputs"),
    }
    for kind, folder in places.values():
        finetune_stage(
            kit, kind, folder, Settings(epochs=1.0, learning_rate=3e-4), student
        )
    return places


def bits_of(task: TaskSpec, player: StudentPlayer, games: Sequence[Episode]) -> Bits:
    """Return mean bits per decision over the first steps of up to ten episodes."""
    constrained, free, count = 0.0, 0.0, 0
    for game in games[:10]:
        for step in game.steps[:3]:
            results: dict[str, Any] = {}
            count += 1
            for stage, result in zip(task.stages, step.decision.results, strict=True):
                one, other = player.bits(step.state, stage.name, results)
                constrained, free = constrained + one, free + other
                results[stage.result] = result
    return Bits(constrained=constrained / count, unconstrained=free / count)


def compete(
    kit: Kit, places: Mapping[str, tuple[Kind, Path]], say: Callable[[str], None]
) -> tuple[Mapping[str, tuple[Episode, ...]], Mapping[str, Bits]]:
    """Let every player play the same held-out seeds.

    Args:
        kit: Base and budget.
        places: Name -> kind and folder of the tuned students.
        say: Told each player's name before it plays.
    """
    seeds = range(PLAY_SEEDS, PLAY_SEEDS + kit.budget.play_episodes)
    say("constant (all combinations)")
    constant, _ = best_constant(
        kit.task, kit.base, range(CHOOSE_SEEDS, PLAY_SEEDS)[:32]
    )
    plain: tuple[Player, ...] = (
        RandomLegal(kit.task, kit.base, kit.seed),
        constant,
        CodeOnly(kit.task),
    )
    games = {}
    bits = {}
    for player in plain:
        say(player.name)
        games[player.name] = play_stage(kit, player, "functions", seeds)
    for name, (kind, player) in students(kit, places).items():
        say(name)
        games[name] = play_stage(kit, player, kind, seeds)
        bits[name] = bits_of(menu_of(kit, kind)[1], player, games[name])
    say("expert")
    games["expert"] = play_stage(kit, Expert(kit.task), "functions", seeds)
    return games, bits
