"""Runs the stages over a project, one function a stage; each can be run again."""

import ast
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ldc import author, check, constrain, store, tasks
from ldc.author import provenance
from ldc.errors import TaskError, did_you_mean
from ldc.ir import Function, FunctionBase, Grammar, TaskSpec, Verdict
from ldc.project import Project, find

if TYPE_CHECKING:
    from ldc.ir import Episode
    from ldc.learn import Kit
    from ldc.score import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What a command works on: a task in a project."""

    project: Project
    task: TaskSpec
    only: str
    """Name of one function; empty for all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """All that is known about one function."""

    verdict: Verdict
    manual: str
    """Its whole docstring."""
    origin: str
    """Who wrote it, in words."""
    production: str
    """Its line of the grammar; empty when it is not in the base."""


def open_job(name: str, project: Path | None) -> Job:
    """Return the job for `TASK` or `TASK/FUNCTION`.

    Args:
        name: As the user typed it.
        project: As in `ldc.project.find`.

    Raises:
        TaskError: No such task.
        StoreError: No such project.
    """
    found = find(project)
    task, _, only = name.partition("/")
    return Job(project=found, task=tasks.load(task, found.root), only=only)


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


def check_stage(job: Job, *, seed: int = 0) -> tuple[Verdict, ...]:
    """Return a verdict for each function, kept ones where nothing changed.

    Raises:
        LdcError: As `author_stage` and `ldc.check.check`.
    """
    return check.check(job.task, author_stage(job), root=job.project.root, seed=seed)


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


def show(job: Job) -> Sheet:
    """Return what is known about the one function of the job.

    Raises:
        LdcError: As `check_stage`.
    """
    whole = replace(job, only="")
    verdicts = check_stage(whole)
    function = author_stage(job)[0]
    verdict = next(v for v in verdicts if v.function.name == function.name)
    folder = job.project.base_folder(job.task.name)
    origins = provenance.read_provenance(folder)
    told = provenance.told_origins(author_stage(whole), origins)
    base = check.admit(job.task, verdicts)
    production = ""
    if function in base.functions:
        text = constrain.compile_grammar(job.task, base).text
        head = f"{function.name}: "
        production = next(li for li in text.splitlines() if li.startswith(head))
    return Sheet(
        verdict=verdict,
        manual=_docstring(function),
        origin=told[function.name],
        production=production,
    )


def rule_page(code: str) -> str:
    """Return the page of a rule, by its code in capitals or not.

    Raises:
        TaskError: No rule of that code has a page.
    """
    from ldc.check.rules import pages

    known = pages()
    if code.upper() not in known:
        raise TaskError(
            "ldc rule",
            f"no page for the code {code!r}",
            did_you_mean(code.upper(), list(known)),
        )
    return known[code.upper()]


def _docstring(function: Function) -> str:
    for node in ast.parse(function.source).body:
        if isinstance(node, ast.FunctionDef) and node.name == function.name:
            return ast.get_docstring(node) or ""
    return ""


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
    from ldc.score import as_json, score, write_replay

    say("check, constrain")
    kit = kit_of(job, demo=demo, seed=seed)
    own = job.project.own("policies", job.task.name)
    out = kit.folder / "policy" if demo else own
    say("dataset, finetune")
    places = learn.policies(kit, out)
    say("play")
    games, bits = learn.compete(kit, places, say)
    report = score(games, bits)
    store.write_text(out / "scores.json", as_json(report.scores) + "\n")
    shown = max(games["LD"], key=lambda game: (game.success, len(game.incidents)))
    page = write_replay(
        job.task,
        shown,
        kit.folder / "replay.html",
        report.scores,
        templates=job.project.templates[-1],
    )
    return report, page


def play_stage(
    job: Job, episodes: int, seed: int
) -> tuple[tuple["Episode", ...], Path]:
    """Let the task's policy play, and write a replay of its first episode.

    Raises:
        PolicyError: There is no policy, or it was trained on something else.
        LdcError: As `constrain_stage`.
    """
    from ldc import learn
    from ldc.finetune.policy import load_policy
    from ldc.score import write_replay

    kit = kit_of(job, demo=False, seed=seed)
    folder = job.project.policy_folder(job.task.name)
    _, student = load_policy(folder, kit.digests("functions"))
    player = learn.player_of(kit, "LD", "functions", student)
    games = learn.play_stage(kit, player, "functions", range(seed, seed + episodes))
    page = job.project.workspace(job.task.name, "replay.html")
    write_replay(job.task, games[0], page, templates=job.project.templates[-1])
    return games, page
