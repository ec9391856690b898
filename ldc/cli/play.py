"""The command play: the fine-tuned student plays, and one episode becomes a page."""

from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from ldc import store
from ldc.cli.options import (
    AllowWeakJail,
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
    RetrieverOption,
    ServedOption,
    ServerOption,
    runtime_of,
)

if TYPE_CHECKING:
    from ldc.ir import Episode


@app.command()
def play(
    task: Task,
    episodes: Annotated[int, typer.Option("--episodes", min=1)] = 10,
    retriever: RetrieverOption = "bm25",
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
