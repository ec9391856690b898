"""The command play: the fine-tuned student plays, and one episode becomes a page."""

from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from ldc import store
from ldc.cli.emergency import (
    AskStageOption,
    EmergenciesOption,
    EnvOption,
    GapOption,
    ModeOption,
    OfflineOption,
    TeacherModelOption,
    TeacherUrlOption,
    WithoutOption,
    as_line,
    as_row,
    demand_fitting,
    drill_of,
    teaching_of,
)
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
    from ldc.emergency.games import Played
    from ldc.ir import Episode
    from ldc.job import Job


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
    emergencies: EmergenciesOption = False,
    emergency_mode: ModeOption = "switch",
    without: WithoutOption = "",
    gap: GapOption = 8,
    ask_stage: AskStageOption = "",
    env: EnvOption = None,
    teacher_url: TeacherUrlOption = "",
    teacher_model: TeacherModelOption = "",
    offline: OfflineOption = False,
    allow_weak_jail: AllowWeakJail = False,
    project: ProjectFolder = None,
    seed: Seed = 0,
    json: Json = False,
) -> None:
    """Let the fine-tuned student play, and write a replay of its first episode.

    With `--emergencies`, news that no function is for sends for one; the other options
    from there to `--offline` go with it.

    Example: `ldc play pursuit --episodes 16 --batch 8`
    """
    from ldc import build

    runtime = runtime_of(backend, model, server, server_kind, served_model)
    job = build.open_job(task, project)
    given = (without, env, ask_stage, teacher_url, teacher_model, offline)
    demand_fitting(emergencies, given, batch=batch, keep_states=keep_states)
    if emergencies:
        from ldc.emergency.games import play_emergencies

        played = play_emergencies(
            job,
            range(seed, seed + episodes),
            drill_of(emergency_mode, without, gap, env),
            teaching_of(job, teacher_url, teacher_model, ask_stage, offline=offline),
            runtime=runtime,
            retriever=retriever,
            mode=mode,
        )
        _tell_emergencies(job, [*played], json=json)
        return
    games, page = build.play_stage(
        job,
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


def _tell_emergencies(job: "Job", played: "list[Played]", *, json: bool) -> None:
    """Tell episodes with their emergencies, and write a replay of the first."""
    from ldc.score import write_replay

    page = job.project.workspace(job.task.name, "replay.html")
    write_replay(job.task, played[0][0], page, templates=job.project.templates[-1])
    if json:
        rows = [
            {**_episode(game), "emergencies": [as_row(one) for one in told]}
            for game, told in played
        ]
        print_json({"episodes": rows})
        return
    for game, told in played:
        print("  ".join(f"{name} {value}" for name, value in _episode(game).items()))
        for one in told:
            print(as_line(one))
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
