"""Commands that need the student: dataset, finetune, play, score, build, report."""

import sys
from json import loads
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from ldc import store
from ldc.cli.options import (
    AllowWeakJail,
    Demo,
    Json,
    ProjectFolder,
    Seed,
    Task,
    app,
    print_json,
)
from ldc.cli.runtime import (
    BackendOption,
    KindOption,
    ModelOption,
    ServedOption,
    ServerOption,
    runtime_of,
)

if TYPE_CHECKING:
    from pathlib import Path

    from ldc.ir import Episode
    from ldc.score import Report

Retriever = Annotated[
    Literal["bm25", "minilm"],
    typer.Option("--retriever", help="What picks the candidates."),
]

WIDE = 136
"""Columns that the score table needs; a narrower terminal breaks its lines itself."""


@app.command()
def dataset(
    task: Task,
    demo: Demo = False,
    allow_weak_jail: AllowWeakJail = False,
    project: ProjectFolder = None,
    seed: Seed = 0,
    json: Json = False,
) -> None:
    """Make the training data: labelled states, worded, split by state.

    Example: `ldc dataset pursuit --demo`
    """
    from ldc import build

    made, folder = build.dataset_stage(
        build.open_job(task, project), demo=demo, seed=seed
    )
    counts = {s: len(getattr(made, s)) for s in ("train", "valid", "test")}
    if json:
        print_json({**counts, "digest": made.digest, "folder": store.shown(folder)})
    else:
        told = ", ".join(f"{count} {split}" for split, count in counts.items())
        print(f"{store.shown(folder)}: {told} ({made.digest})")


@app.command()
def finetune(
    task: Task,
    demo: Demo = False,
    loss: Annotated[
        Literal["branch", "full"],
        typer.Option("--loss", help="Branch tokens only, or every token."),
    ] = "branch",
    allow_weak_jail: AllowWeakJail = False,
    project: ProjectFolder = None,
    seed: Seed = 0,
    json: Json = False,
) -> None:
    """Fine-tune the student with LoRA; a killed run goes on from its last checkpoint.

    Example: `ldc finetune pursuit --demo`
    """
    from ldc import build

    job = build.open_job(task, project)
    policy, folder = build.finetune_stage(job, demo=demo, seed=seed, loss=loss)
    if json:
        print_json({"folder": store.shown(folder), "digests": dict(policy.digests)})
    else:
        print(f"{store.shown(folder)}: {policy.student} ({policy.revision})")


@app.command()
def play(
    task: Task,
    episodes: Annotated[int, typer.Option("--episodes", min=1)] = 10,
    retriever: Retriever = "bm25",
    batch: Annotated[
        int, typer.Option("--batch", min=1, max=64, help="Episodes at once.")
    ] = 1,
    mode: Annotated[
        Literal["greedy", "scored"],
        typer.Option("--mode", help="Token by token, or every call as a whole."),
    ] = "greedy",
    backend: BackendOption = "transformers",
    model: ModelOption = "",
    server: ServerOption = "",
    server_kind: KindOption = "llama.cpp",
    served_model: ServedOption = "",
    keep_states: Annotated[
        bool,
        typer.Option("--keep-states", help="Keep what it met for `ldc check` to try."),
    ] = False,
    allow_weak_jail: AllowWeakJail = False,
    project: ProjectFolder = None,
    seed: Seed = 0,
    json: Json = False,
) -> None:
    """Let the fine-tuned student play, and write a replay of its first episode.

    Example: `ldc play pursuit --episodes 16 --batch 8`
    """
    from ldc import build

    runtime = runtime_of(backend, model, server, server_kind, served_model)
    games, page = build.play_stage(
        build.open_job(task, project),
        episodes,
        seed,
        retriever,
        keep_states=keep_states,
        batch=batch,
        mode=mode,
        runtime=runtime,
    )
    told = [_episode(game) for game in games]
    if json:
        print_json({"episodes": told})
        return
    for game in told:
        print("  ".join(f"{name} {value}" for name, value in game.items()))
    print(f"replay: {store.shown(page)}")


@app.command()
def score(
    task: Task,
    demo: Demo = False,
    episodes: Annotated[
        int, typer.Option("--episodes", min=0, help="0: as the budget says.")
    ] = 0,
    retriever: Retriever = "bm25",
    backend: BackendOption = "transformers",
    model: ModelOption = "",
    server: ServerOption = "",
    server_kind: KindOption = "llama.cpp",
    served_model: ServedOption = "",
    allow_weak_jail: AllowWeakJail = False,
    project: ProjectFolder = None,
    seed: Seed = 0,
    json: Json = False,
) -> None:
    """Let all players play the same held-out seeds; finished episodes are kept.

    Example: `ldc score pursuit --demo`
    """
    from ldc import build

    job = build.open_job(task, project)
    report, page = build.score_stage(
        job,
        demo=demo,
        seed=seed,
        say=_say,
        retriever=retriever,
        episodes=episodes,
        runtime=runtime_of(backend, model, server, server_kind, served_model),
    )
    _print_report(report, page, json)


@app.command(name="build")
def build_all(
    task: Task,
    demo: Demo = False,
    allow_weak_jail: AllowWeakJail = False,
    project: ProjectFolder = None,
    seed: Seed = 0,
    json: Json = False,
) -> None:
    """Run all stages, from the function base to the score table; resumes.

    Example: `ldc build pursuit --demo`
    """
    from ldc import build

    job = build.open_job(task, project)
    report, page = build.build(job, demo=demo, seed=seed, say=_say)
    _print_report(report, page, json)


@app.command()
def report(task: Task, project: ProjectFolder = None) -> None:
    """Show the model card of the task's policy: data, digests, scores.

    Example: `ldc report pursuit`
    """
    from rich.console import Console
    from rich.markdown import Markdown

    from ldc import build

    console = Console()
    console.width = max(console.width, WIDE)
    console.print(Markdown(build.card(build.open_job(task, project))))


def _say(what: str) -> None:
    print(f"ldc: {what}", file=sys.stderr, flush=True)


def _print_report(report: "Report", page: "Path", json: bool) -> None:
    from rich.console import Console

    from ldc.score import as_json, table

    if json:
        scores = loads(as_json(report.scores))
        print_json({"scores": scores, "replay": store.shown(page)})
        return
    console = Console()
    console.width = max(console.width, WIDE)
    console.print(table(report.scores))
    print(f"replay: {store.shown(page)}")


def _episode(game: "Episode") -> dict[str, Any]:
    made = [step.decision for step in game.steps]
    times = sorted(decision.milliseconds for decision in made)

    def mean(total: float) -> float:
        return round(total / max(1, len(made)), 2)

    return {
        "seed": game.seed,
        "score": round(game.score, 4),
        "success": game.success,
        "steps": len(game.steps),
        "invalid_calls": game.invalid_calls,
        "illegal_moves": sum(step.illegal_moves for step in game.steps),
        "ms_per_decision": round(times[len(times) // 2], 2) if times else 0.0,
        "forward_passes": mean(sum(one.forward_passes for one in made)),
        "branch_points": mean(sum(one.branches for one in made)),
        "bits": mean(sum(sum(map(sum, one.entropy_bits)) for one in made)),
    }
