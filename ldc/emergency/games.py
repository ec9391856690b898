"""Plays episodes in which help comes hot: Policy, Env, Teacher -> Episodes, Recoveries.

A policy is loaded against the base that it was trained with, as always. What it plays
with may then differ from that in two ways, both recorded by digest: functions are held
back before the game, and functions are added while it runs. Nothing else may differ.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ldc import check, constrain
from ldc.base import author_stage
from ldc.emergency.office import Office, Teaching
from ldc.errors import TaskError, did_you_mean
from ldc.ir import Episode, Function, FunctionBase
from ldc.job import Job
from ldc.play.emergencies import Emergencies, Help, Seek
from ldc.play.in_force import InForce, MakeRetriever, Stock, stock_of, widened
from ldc.play.players import Player
from ldc.play.recovery import Bill, Recovery
from ldc.play.rollout import rollout
from ldc.progress import tracked

if TYPE_CHECKING:
    from ldc.generate import Mode
    from ldc.generate.runtime import Runtime

NOBODY = ("nobody was asked: give --teacher-url and --teacher-model, or --offline",)

Played = tuple[Episode, tuple[Recovery, ...]]
MakePlayer = Callable[[Stock | InForce], Player]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drill:
    """What decides how emergencies go, beside the teacher."""

    gap: int = 8
    """Steps that are decided without help."""
    paper: bool = False
    """Whether functions are appended to what is retrieved, and the base stays."""
    without: tuple[str, ...] = ()
    """Functions of the base that are held back."""
    options: Mapping[str, Any] = field(default_factory=dict)
    """For the env."""


def play_games(
    job: Job,
    seeds: Iterable[int],
    drill: Drill,
    seek: Seek,
    player_of: MakePlayer,
    retriever: MakeRetriever,
) -> Iterator[Played]:
    """Yield one episode a seed, with what became of its emergencies.

    Every episode begins with the same base: one replayed from its seed is the same.

    Args:
        job: Task and project.
        seeds: Of the env.
        drill: The dials.
        seek: Begins to seek help, and returns at once.
        player_of: Makes the player of a stock, or of what is in force.
        retriever: Makes the retriever of a base.

    Raises:
        TaskError: A function that is to be held back is not there, or its stage would
            have none left.
        LdcError: As `base_of`.
    """
    task = job.task
    start = base_of(job, held_back(job, drill.without))
    wider: dict[str, FunctionBase] = {}

    def widen(stock: Stock, functions: Sequence[Function]) -> Stock:
        there = (*stock.base.functions, *stock.appended)
        key = repr([function.digest for function in (*there, *functions)])
        if key not in wider:
            made = base_of(job, (*there, *functions))
            constrain.verify(task, made)
            wider[key] = made
        return widened(task, stock, wider[key], retriever, paper=drill.paper)

    for seed in seeds:
        force = InForce(stock_of(task, start, retriever))
        watch = Emergencies(task, force, player_of, seek, widen, gap=drill.gap)
        try:
            episode = rollout(task, force, watch.player, seed, drill.options, watch)
            yield episode, watch.end(episode)
        finally:
            force.close()


def base_of(job: Job, functions: Sequence[Function]) -> FunctionBase:
    """Return a base of functions that the gates have accepted, every one.

    Raises:
        LdcError: One is not accepted; or as `ldc.check.check`.
    """
    folder = job.project.base_folder(job.task.name)
    verdicts = check.check(
        job.task,
        functions,
        root=job.project.root,
        states=check.read_states(job.task, folder),
        folder=folder if folder.is_relative_to(job.project.root) else None,
    )
    return check.admit(job.task, verdicts, whole=True)


def held_back(job: Job, without: Collection[str]) -> tuple[Function, ...]:
    """Return the functions of the project's base without those that are named.

    Raises:
        TaskError: One is not there, or a stage would have none left.
    """
    functions = author_stage(job)
    names = [function.name for function in functions]
    for name in without:
        if name not in names:
            raise TaskError(
                f"--without {name}",
                f"task {job.task.name!r} has no function {name!r}",
                did_you_mean(name, names),
            )
    kept = tuple(function for function in functions if function.name not in without)
    bare = {s.name for s in job.task.stages} - {function.stage for function in kept}
    if bare:
        raise TaskError(
            f"--without {','.join(without)}",
            f"leaves stage {min(bare)!r} without a function",
            "hold fewer back",
        )
    return kept


def play_emergencies(
    job: Job,
    seeds: Sequence[int],
    drill: Drill,
    teaching: Teaching | None,
    *,
    runtime: "Runtime",
    retriever: str = "bm25",
    mode: "Mode" = "greedy",
) -> Iterator[Played]:
    """Let the task's policy play; it uses what is added by its manual, not retrained.

    Args:
        job: Task and project.
        seeds: Of the env.
        drill: The dials.
        teaching: How a teacher is asked; None: nobody is.
        runtime: Where the student runs.
        retriever: "bm25" or "minilm".
        mode: How it chooses a call.

    Raises:
        PolicyError: There is no policy, or it was trained on something else.
        LdcError: As `play_games`.
    """
    held_back(job, drill.without)
    player_of, picks = student_of(job, runtime, retriever, mode)
    with ExitStack() as stack:
        office = stack.enter_context(Office(job, teaching)) if teaching else None
        seek = office.seek if office else helped_by((), NOBODY)
        asked = tracked(seeds, "playing")
        yield from play_games(job, asked, drill, seek, player_of, picks)


def helped_by(functions: tuple[Function, ...], wrong: tuple[str, ...] = ()) -> Seek:
    """Return who helps with functions that are there already, or with none.

    Args:
        functions: What comes of every need.
        wrong: Why there are none.
    """
    found = Help(functions=functions, bill=Bill(), wrong=wrong)
    return lambda need, base: lambda: found


def student_of(
    job: Job, runtime: "Runtime", retriever: str = "bm25", mode: "Mode" = "greedy"
) -> tuple[MakePlayer, MakeRetriever]:
    """Return what makes the task's policy a player, and its retriever.

    Arguments as of `play_emergencies`.

    Raises:
        PolicyError: There is no policy, or it was trained on something else.
        LdcError: As `ldc.base.constrain_stage`.
    """
    from ldc.build import kit_of
    from ldc.constrain.retriever import BM25, MiniLM
    from ldc.generate.backends import run_policy
    from ldc.play.student import StudentPlayer

    kit = kit_of(job, demo=False, seed=0)
    folder, digests = job.project.policy_folder(job.task.name), kit.digests("functions")
    backend, tokens = run_policy(runtime, folder, kit.folder / "gguf", digests)
    kinds: Mapping[str, MakeRetriever] = {"bm25": BM25, "minilm": MiniLM}

    def player_of(stock: Stock | InForce) -> Player:
        return StudentPlayer(
            "LD",
            task=job.task,
            base=kit.base,
            backend=backend,
            tokens=tokens,
            renderer=kit.renderer,
            retriever=stock.retriever if isinstance(stock, Stock) else stock,
            mode=mode,
        )

    return player_of, kinds[retriever]
