"""Runs the stages over a project, one function a stage; each can be run again."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ldc import author, check, constrain, store, tasks
from ldc.errors import PolicyError, TaskError, did_you_mean
from ldc.ir import Function, FunctionBase, Grammar, Verdict
from ldc.job import Job
from ldc.job import open_job as open_job

if TYPE_CHECKING:
    from ldc.finetune.batches import Loss
    from ldc.ir import Dataset, Episode, Policy
    from ldc.learn import Kit
    from ldc.score import Report


def author_stage(job: Job) -> tuple[Function, ...]:
    """Return the functions that were written, all or the one that was asked for.

    Raises:
        SourceError: A file that is not one well-formed public function.
        TaskError: There are none, or none of that name.
    """
    folder = job.project.base_folder(job.task.name)
    functions = author.author(job.task, folder, folder.parent.parent)
    if not functions:
        raise TaskError(
            store.shown(folder),
            f"task {job.task.name!r} has no functions",
            f"write one: {store.shown(folder / job.task.stages[0].name)}/<name>.py",
        )
    names = [function.name for function in functions]
    if job.only and job.only not in names:
        raise TaskError(
            f"{job.task.name}/{job.only}",
            f"task {job.task.name!r} has no function {job.only!r}",
            did_you_mean(job.only, names),
        )
    return tuple(f for f in functions if job.only in ("", f.name))


def check_stage(
    job: Job, *, seed: int = 0, only: str = "", ray: str = ""
) -> tuple[Verdict, ...]:
    """Return a verdict for each function, kept ones where nothing changed.

    Args:
        job: Task and project.
        seed: Draws the same inputs again.
        only: One gate, to be asked alone; empty for all.
        ray: Address of a Ray cluster to work on; empty for this machine's cores.

    Raises:
        LdcError: As `author_stage` and `ldc.check.check`.
    """
    folder = job.project.base_folder(job.task.name)
    load = partial(tasks.load, job.task.name, job.project.root)
    return check.check(
        job.task,
        author_stage(job),
        root=job.project.root,
        states=check.read_states(job.task, folder),
        settings=check.Settings(seed=seed, only=only),
        folder=folder if folder.is_relative_to(job.project.root) else None,
        cluster=check.Cluster(address=ray, load=load) if ray else None,
    )


def mend_stage(job: Job) -> tuple[str, ...]:
    """Mend what can be mended safely in the job's files; return those that changed.

    Raises:
        TaskError: The functions are not the project's own.
        LdcError: As `author_stage`, or a file cannot be written.
    """
    folder = job.project.base_folder(job.task.name)
    if not folder.is_relative_to(job.project.root):
        raise TaskError(
            store.shown(folder),
            "comes with ldc, and is not yours to mend",
            f"copy it: ldc new NAME --from {job.task.name}",
        )
    from ldc.check.fix import mended  # LibCST takes a while to import

    changed = []
    for function in author_stage(job):
        text = mended(function, job.task)
        if text != function.source:
            store.write_text(job.project.own(function.path), text)
            changed.append(function.path)
    return tuple(changed)


def constrain_stage(job: Job) -> tuple[FunctionBase, Grammar, Path]:
    """Make the grammar of the accepted functions, check it, and write it.

    Raises:
        LdcError: A function is not accepted, or has a type without a grammar.
    """
    base = check.admit(job.task, check_stage(job), whole=True)
    grammar = constrain.compile_grammar(job.task, base)
    constrain.verify(job.task, base)
    file = job.project.own("grammars", f"{job.task.name}.lark")
    if not file.is_file() or store.read_text(file) != grammar.text:
        store.write_text(file, grammar.text)
    return base, grammar, file


def kit_of(job: Job, *, demo: bool, seed: int) -> "Kit":
    """Check the base, make the grammar, and return what the learning stages need.

    Raises:
        LdcError: As `constrain_stage`.
    """
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
    )


def policy_folder(job: Job, kit: "Kit", *, demo: bool) -> Path:
    """Return where a build keeps its policy; a demo's is its own."""
    own = job.project.own("policies", job.task.name)
    return kit.folder / "policy" if demo else own


def dataset_stage(job: Job, *, demo: bool, seed: int) -> tuple["Dataset", Path]:
    """Make the dataset of the student that calls functions; return its folder too.

    Raises:
        LdcError: As `constrain_stage` and `ldc.dataset.dataset`.
    """
    from ldc import learn
    from ldc.constrain import Tokens
    from ldc.finetune.student import load_student

    kit = kit_of(job, demo=demo, seed=seed)
    tokens = Tokens(load_student(kit.student).tokenizer)
    made = learn.dataset_stage(kit, "functions", tokens)
    return made, kit.folder / "dataset-functions"


def finetune_stage(
    job: Job, *, demo: bool, seed: int, loss: "Loss" = "branch"
) -> tuple["Policy", Path]:
    """Fine-tune the student that calls functions; a killed run goes on.

    Raises:
        LdcError: As `dataset_stage` and `ldc.finetune.lora.finetune`.
    """
    from ldc import learn
    from ldc.finetune.student import load_student

    kit = kit_of(job, demo=demo, seed=seed)
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
) -> tuple["Report", Path]:
    """Let all players play the same seeds; return their scores and a replay page.

    Args:
        job: Task and project.
        demo: The demo's policy and budget.
        seed: Of the random player.
        say: Told what begins.
        retriever: "bm25" or "minilm".
        episodes: Of each player; 0 as the budget says.

    Raises:
        PolicyError: A policy is missing, or was trained on something else.
        LdcError: As `constrain_stage`.
    """
    from ldc import learn
    from ldc.contest import contest
    from ldc.score import as_json, model_card, write_replay

    kit = kit_of(job, demo=demo, seed=seed)
    if episodes:
        kit = replace(kit, budget=replace(kit.budget, play_episodes=episodes))
    out = policy_folder(job, kit, demo=demo)
    report, games = contest(kit, learn.places(kit, out), say, retriever)
    templates = job.project.templates[-1]
    policy = store.read_json(out / "policy.json")
    store.write_text(out / "scores.json", as_json(report.scores) + "\n")
    card = model_card(job.task, policy, report.scores, templates)
    store.write_text(out / "README.md", card)
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
    job: Job, *, demo: bool, seed: int, say: Callable[[str], None]
) -> tuple["Report", Path]:
    """Run every stage and return the score report and the path of a replay page.

    What an earlier run finished is not done again. A demo keeps its policy to itself;
    a full build writes `policies/<task>/`.

    Args:
        job: Task and project.
        demo: Spend a quarter of an hour instead of an hour.
        seed: Of the dataset, the fine-tune and the random player.
        say: Told what begins.

    Raises:
        LdcError: Any stage's.
    """
    from ldc import learn

    say("check, constrain")
    kit = kit_of(job, demo=demo, seed=seed)
    say("dataset, finetune")
    learn.policies(kit, policy_folder(job, kit, demo=demo))
    return score_stage(job, demo=demo, seed=seed, say=say)


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
) -> tuple[tuple["Episode", ...], Path]:
    """Let the task's policy play, and write a replay of its first episode.

    With `keep_states`, states it met become ones that `ldc check` tries functions on.

    Raises:
        PolicyError: There is no policy, or it was trained on something else.
        LdcError: As `constrain_stage`.
    """
    from ldc.contest import play_seeds, player_of
    from ldc.finetune.policy import load_policy
    from ldc.score import write_replay

    kit = kit_of(job, demo=False, seed=seed)
    folder = job.project.policy_folder(job.task.name)
    _, student = load_policy(folder, kit.digests("functions"))
    player = player_of(kit, "LD", "functions", student, retriever)
    seeds = range(seed, seed + episodes)
    games = play_seeds(kit, lambda _: player, "functions", seeds, None)
    page = job.project.workspace(job.task.name, "replay.html")
    write_replay(job.task, games[0], page, templates=job.project.templates[-1])
    if keep_states:
        base = job.project.own("function_base", job.task.name)
        met = (step.state for game in games for step in game.steps)
        check.keep_states(job.task, base, met)
    return games, page
