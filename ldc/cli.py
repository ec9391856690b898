"""The command line: arguments in, exit code out; the work is in `build`."""

import sys
from dataclasses import asdict
from json import loads
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from ldc import __version__, store
from ldc.errors import LdcError

if TYPE_CHECKING:
    from ldc.ir import Episode, Verdict

DONE, REJECTED, WRONG, STOPPED = 0, 1, 2, 130
"""Exit codes; the last is what shells say of Ctrl-C."""

app = typer.Typer(
    name="ldc",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)

Task = Annotated[str, typer.Argument(metavar="TASK", help="Name of a task.")]
TaskOrFunction = Annotated[
    str,
    typer.Argument(metavar="TASK[/FUNCTION]", help="A task, or one of its functions."),
]
ProjectFolder = Annotated[
    Path | None,
    typer.Option(
        "--project",
        help="Folder that holds `ldc.toml`; else the nearest one upwards.",
        show_default=False,
    ),
]
Json = Annotated[
    bool, typer.Option("--json", help="Print one JSON object and nothing else.")
]
Seed = Annotated[int, typer.Option("--seed", help="Draws the same again.")]


def main() -> NoReturn:
    """Run the command of `sys.argv` and exit: the one place that handles errors."""
    try:
        with store.blamed(Path("ldc")):
            app()
    except LdcError as error:
        print(error, file=sys.stderr)
        sys.exit(WRONG)
    except SystemExit as stop:
        if stop.code == STOPPED:
            print("ldc: stopped; run it again to go on", file=sys.stderr)
        raise
    sys.exit(DONE)


@app.callback(invoke_without_command=True)
def ldc(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.")
    ] = False,
) -> None:
    """Distil a teacher's decision logic into verified functions and a small student.

    The stages, in order: check, constrain, dataset, finetune, play, score.
    """
    if version:
        print(__version__)
        raise typer.Exit(DONE)


@app.command()
def new(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Of the new task.")],
    origin: Annotated[
        str, typer.Option("--from", help="The built-in task to copy.")
    ] = "blackjack",
    project: ProjectFolder = None,
    json: Json = False,
) -> None:
    """Copy a built-in task into your project, to make it your own.

    Example: `ldc new whist --from blackjack`
    """
    from ldc.new import new_task

    folders = [store.shown(made) for made in new_task(name, origin, project)]
    if json:
        _print_json({"task": name, "folders": folders})
    else:
        print(f"made {' and '.join(folders)}; edit them, then: ldc check {name}")


@app.command()
def check(
    name: TaskOrFunction,
    project: ProjectFolder = None,
    seed: Seed = 0,
    json: Json = False,
) -> None:
    """Check functions: rules, types, properties; cheap checks first.

    Example: `ldc check pursuit/leave_out`
    """
    from ldc import build

    verdicts = build.check_stage(build.open_job(name, project), seed=seed)
    rejected = [v for v in verdicts if v.outcome != "accepted"]
    if json:
        _print_json(
            {
                "task": name.partition("/")[0],
                "accepted": len(verdicts) - len(rejected),
                "functions": [_verdict(verdict) for verdict in verdicts],
            }
        )
    else:
        for verdict in verdicts:
            for finding in verdict.findings:
                print(f"{finding}\n")
        for outcome in ("accepted", "rejected", "not_shown"):
            names = [v.function.name for v in verdicts if v.outcome == outcome]
            if names:
                print(f"{len(names)} {outcome.replace('_', ' ')}: {', '.join(names)}")
    raise typer.Exit(REJECTED if rejected else DONE)


@app.command()
def constrain(task: Task, project: ProjectFolder = None, json: Json = False) -> None:
    """Make the grammar of a task from its accepted functions.

    Example: `ldc constrain pursuit`
    """
    from ldc import build

    base, grammar, file = build.constrain_stage(build.open_job(task, project))
    if json:
        _print_json(
            {
                "task": task,
                "file": store.shown(file),
                "base": base.digest,
                "functions": [function.name for function in base.functions],
            }
        )
    else:
        size = len(grammar.text.splitlines())
        print(f"{store.shown(file)}: {size} lines from {base}")


@app.command()
def show(
    name: TaskOrFunction, project: ProjectFolder = None, json: Json = False
) -> None:
    """Show one function: its manual, where it is from, its verdict, its grammar line.

    Example: `ldc show pursuit/leave_out`
    """
    from ldc import build

    job = build.open_job(name, project)
    if not job.only:
        raise LdcError(
            "ldc show",
            f"{name!r} names no function",
            f"add one: ldc show {name}/{build.author_stage(job)[0].name}",
        )
    sheet = build.show(job)
    if json:
        _print_json(
            _verdict(sheet.verdict)
            | {
                "manual": sheet.manual,
                "origin": sheet.origin,
                "production": sheet.production,
            }
        )
        return
    function, verdict = sheet.verdict.function, sheet.verdict
    print(f"{function}\n\n{sheet.manual}\n\n{function.path}, {sheet.origin}")
    print(f"{verdict.outcome.replace('_', ' ')} on {verdict.examples} inputs")
    for finding in verdict.findings:
        print(finding)
    print(sheet.production or "not in the grammar")


@app.command()
def rule(
    code: Annotated[str, typer.Argument(metavar="CODE", help="As in a finding.")],
    json: Json = False,
) -> None:
    """Print the page of a rule: what it refuses, why, and how to mend it.

    Example: `ldc rule LDC301`
    """
    from ldc import build

    page = build.rule_page(code)
    if json:
        _print_json({"code": code.upper(), "page": page})
    else:
        print(page)


@app.command()
def play(
    task: Task,
    episodes: Annotated[int, typer.Option("--episodes", min=1)] = 10,
    project: ProjectFolder = None,
    seed: Seed = 0,
    json: Json = False,
) -> None:
    """Let the fine-tuned student play, and write a replay of its first episode.

    Example: `ldc play pursuit --episodes 5 --seed 3`
    """
    from ldc import build

    job = build.open_job(task, project)
    games, page = build.play_stage(job, episodes, seed)
    told = [_episode(game) for game in games]
    if json:
        _print_json({"episodes": told})
        return
    for game in told:
        print("  ".join(f"{name} {value}" for name, value in game.items()))
    print(f"replay: {store.shown(page)}")


@app.command(name="build")
def build_all(
    task: Task,
    demo: Annotated[bool, typer.Option("--demo", help="Spend little.")] = False,
    project: ProjectFolder = None,
    seed: Seed = 0,
    json: Json = False,
) -> None:
    """Run all stages, from the function base to the score table; resumes.

    Example: `ldc build pursuit --demo`
    """
    from ldc import build
    from ldc.score import as_json, table

    def say(what: str) -> None:
        print(f"ldc build: {what}", file=sys.stderr, flush=True)

    job = build.open_job(task, project)
    report, page = build.build(job, demo=demo, seed=seed, say=say)
    if json:
        _print_json({"scores": loads(as_json(report.scores)), "replay": str(page)})
        return
    from rich.console import Console

    Console().print(table(report.scores))
    print(f"replay: {store.shown(page)}")


def _episode(game: "Episode") -> dict[str, Any]:
    times = sorted(step.decision.milliseconds for step in game.steps)
    return {
        "seed": game.seed,
        "score": round(game.score, 4),
        "success": game.success,
        "steps": len(game.steps),
        "invalid_calls": game.invalid_calls,
        "illegal_moves": sum(step.illegal_moves for step in game.steps),
        "ms_per_decision": round(times[len(times) // 2], 2) if times else 0.0,
    }


def _verdict(verdict: "Verdict") -> dict[str, Any]:
    function = verdict.function
    return {
        "function": function.name,
        "stage": function.stage,
        "signature": str(function),
        "condition": function.condition,
        "outcome": verdict.outcome,
        "findings": [asdict(finding) for finding in verdict.findings],
        "counterexamples": [asdict(c) for c in verdict.counterexamples],
        "examples": verdict.examples,
        "seconds": round(verdict.seconds, 3),
        "cached": verdict.cached,
    }


def _print_json(value: dict[str, Any]) -> None:
    print(store.canonical(value))
