"""Runs the stages over a project, one function a stage; each can be run again.

Those that make the function base stand in `ldc.base`; the others follow here.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ldc import check, store
from ldc.base import constrain_stage
from ldc.errors import PolicyError
from ldc.generate.runtime import HERE, Runtime
from ldc.job import Job
from ldc.job import open_job as open_job

if TYPE_CHECKING:
    from ldc.finetune.batches import Loss
    from ldc.generate import Mode
    from ldc.generate.gguf import Format
    from ldc.ir import Dataset, Episode, Policy
    from ldc.labels import Labelling
    from ldc.learn import Kit
    from ldc.rounds import Round
    from ldc.score import Report


def kit_of(
    job: Job, *, demo: bool, seed: int, labelling: "Labelling | None" = None
) -> "Kit":
    """Check the base, make the grammar, and return what the learning stages need.

    Args:
        job: Task and project.
        demo: The small budget, in a workspace of its own.
        seed: Of all that is drawn.
        labelling: Who labels; None for the expert.

    Raises:
        LdcError: As `constrain_stage`.
    """
    from ldc.labels import EXPERT
    from ldc.learn import DEMO, Budget, Kit

    base, grammar, _ = constrain_stage(job)
    return Kit(
        project=job.project,
        task=job.task,
        base=base,
        grammar=grammar,
        budget=DEMO if demo else Budget(),
        folder=job.project.workspace(job.task.name, "demo" if demo else "full"),
        student="smollm2",
        seed=seed,
        labelling=labelling or EXPERT,
    )


def policy_folder(job: Job, kit: "Kit", *, demo: bool) -> Path:
    """Return where a build keeps its policy; a demo's is its own."""
    own = job.project.own("policies", job.task.name)
    return kit.folder / "policy" if demo else own


def dataset_stage(
    job: Job, *, demo: bool, seed: int, labelling: "Labelling | None" = None
) -> tuple["Dataset", Path, Any]:
    """Make the dataset of the student that calls functions; return its folder too.

    And what `ldc.labels.Labeller.told` says of its labels.

    Raises:
        LdcError: As `constrain_stage` and `ldc.dataset.dataset`.
    """
    from ldc import learn
    from ldc.constrain import Tokens
    from ldc.finetune.student import load_student

    kit = kit_of(job, demo=demo, seed=seed, labelling=labelling)
    tokens = Tokens(load_student(kit.student).tokenizer)
    made = learn.dataset_stage(kit, "functions", tokens)
    folder = kit.folder / "dataset-functions"
    file = folder / learn.TOLD
    return made, folder, store.read_json(file) if file.is_file() else {}


def forecast(
    job: Job, *, demo: bool, seed: int, labelling: "Labelling"
) -> Mapping[str, Any]:
    """Return what labels by the teacher would ask and cost, and ask nothing.

    Raises:
        LdcError: As `constrain_stage`.
    """
    from ldc import learn

    kit = kit_of(job, demo=demo, seed=seed, labelling=labelling)
    return learn.labels(kit)[2]


def finetune_stage(
    job: Job,
    *,
    demo: bool,
    seed: int,
    loss: "Loss" = "branch",
    labelling: "Labelling | None" = None,
) -> tuple["Policy", Path]:
    """Fine-tune the student that calls functions; a killed run goes on.

    Raises:
        LdcError: As `dataset_stage` and `ldc.finetune.lora.finetune`.
    """
    from ldc import learn
    from ldc.finetune.student import load_student

    kit = kit_of(job, demo=demo, seed=seed, labelling=labelling)
    out = policy_folder(job, kit, demo=demo)
    settings = learn.settings(loss)
    student = load_student(kit.student)
    return learn.finetune_stage(kit, "functions", out, settings, student), out


def score_stage(
    job: Job,
    *,
    demo: bool,
    seed: int,
    say: Callable[[str], None],
    retriever: str = "bm25",
    episodes: int = 0,
    runtime: Runtime = HERE,
) -> tuple["Report", Path]:
    """Let all players play the same seeds; return their scores and a replay page.

    The model card is written anew when all players played, on `transformers`.

    Args:
        job: Task and project.
        demo: The demo's policy and budget.
        seed: Of the random player.
        say: Told what begins.
        retriever: "bm25" or "minilm".
        episodes: Of each player; 0 as the budget says.
        runtime: Where the student that calls functions runs.

    Raises:
        PolicyError: A policy is missing, or was trained on something else.
        LdcError: As `constrain_stage`.
    """
    from ldc import learn
    from ldc.contest import contest
    from ldc.rounds.table import section
    from ldc.score import as_json, model_card, write_replay

    kit = kit_of(job, demo=demo, seed=seed)
    if episodes:
        kit = replace(kit, budget=replace(kit.budget, play_episodes=episodes))
    out = policy_folder(job, kit, demo=demo)
    places = learn.places(kit, out)
    report, games = contest(kit, places, say, retriever, runtime)
    templates = job.project.templates[-1]
    if runtime == HERE and places.keys() <= games.keys():
        policy = store.read_json(out / "policy.json")
        store.write_text(out / "scores.json", as_json(report.scores) + "\n")
        card = model_card(job.task, policy, report.scores, templates)
        store.write_text(out / "README.md", card + section(out, policy["weights"]))
    else:
        say("the model card stays: it is of all players, on transformers")
    shown = max(games["LD"], key=lambda game: (game.success, len(game.incidents)))
    page = write_replay(
        job.task,
        shown,
        kit.folder / "replay.html",
        report.scores,
        templates=templates,
    )
    return report, page


def build(
    job: Job,
    *,
    demo: bool,
    seed: int,
    say: Callable[[str], None],
    labelling: "Labelling | None" = None,
    rounds: int = 1,
) -> tuple["Report", Path, tuple["Round", ...]]:
    """Run every stage and return the score report and the path of a replay page.

    What an earlier run finished is not done again. A demo keeps its policy to itself;
    a full build writes `policies/<task>/`. With more than one round, what each came to
    is returned too, and kept beside the policy.

    Args:
        job: Task and project.
        demo: Spend a quarter of an hour instead of an hour.
        seed: Of the dataset, the fine-tune and the random player.
        say: Told what begins.
        labelling: Who labels; None for the expert.
        rounds: Of `ldc.rounds`.

    Raises:
        Capped: The teacher may not be asked so much.
        LdcError: Any stage's.
    """
    from ldc import learn
    from ldc.finetune.student import load_student
    from ldc.rounds import rounds as turn

    say("check, constrain")
    kit = kit_of(job, demo=demo, seed=seed, labelling=labelling)
    out = policy_folder(job, kit, demo=demo)
    say("dataset, finetune")
    told: tuple[Round, ...] = ()
    if rounds > 1:
        student = load_student(kit.student)
        told = turn(kit, out, rounds, learn.settings(), student, say)
        kind, folder = learn.places(kit, out)["KD-outputs"]
        learn.finetune_stage(kit, kind, folder, learn.settings(), student)
    else:
        learn.policies(kit, out)
    report, page = score_stage(job, demo=demo, seed=seed, say=say)
    return report, page, told


def card(job: Job) -> str:
    """Return the model card of the task's policy, in Markdown.

    Raises:
        PolicyError: There is none.
    """
    file = job.project.policy_folder(job.task.name) / "README.md"
    if not file.is_file():
        mend = f"run `ldc build {job.task.name}`"
        raise PolicyError(
            store.shown(file), "there is no policy with a model card", mend
        )
    return store.read_text(file)


def play_stage(
    job: Job,
    episodes: int,
    seed: int,
    retriever: str = "bm25",
    *,
    keep_states: bool = False,
    batch: int = 1,
    mode: "Mode" = "greedy",
    runtime: Runtime = HERE,
) -> tuple[tuple["Episode", ...], Path]:
    """Let the task's policy play, and write a replay of its first episode.

    With `keep_states`, states it met become ones that `ldc check` tries functions on.
    So many episodes as `batch` says are played at once; `mode` is how a call is chosen.

    Raises:
        PolicyError: There is no policy, or it was trained on something else.
        LdcError: As `constrain_stage`.
    """
    from ldc.contest import always, play_seeds, play_together, player_of
    from ldc.generate.backends import run_policy
    from ldc.score import write_replay

    kit = kit_of(job, demo=False, seed=seed)
    folder, digests = job.project.policy_folder(job.task.name), kit.digests("functions")
    running = run_policy(runtime, folder, kit.folder / "gguf", digests)
    player = player_of(kit, "LD", "functions", running, retriever, mode=mode)
    seeds = range(seed, seed + episodes)
    if batch > 1:
        games = play_together(kit, player, seeds, batch)
    else:
        games = play_seeds(kit, always(player), "functions", seeds, None)
    page = job.project.workspace(job.task.name, "replay.html")
    write_replay(job.task, games[0], page, templates=job.project.templates[-1])
    if keep_states:
        base = job.project.own("function_base", job.task.name)
        met = (step.state for game in games for step in game.steps)
        check.keep_states(job.task, base, met)
    return games, page


def export_stage(job: Job, file: Path, dtype: "Format") -> None:
    """Write the task's policy, its adapter merged, as one GGUF file.

    Raises:
        PolicyError: There is no policy, or it was trained on something else.
        StudentError: Its student is of a kind that is not written as GGUF.
        LdcError: As `constrain_stage`.
    """
    from ldc.generate.gguf import export_gguf

    kit = kit_of(job, demo=False, seed=0)
    folder = job.project.policy_folder(job.task.name)
    export_gguf(folder, file, dtype, kit.digests("functions"))
