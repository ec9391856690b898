"""All constant choices against the expert: `python -m bench.constant pursuit`.

Every combination of one call a stage plays 40 games. The best three, and for every
function the best combination that holds it, then play 500, beside the expert with and
without the words. The seeds are none that a policy was trained or scored on.
"""

import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import product

from ldc import build
from ldc.author import author
from ldc.contest import CHOOSE_SEEDS
from ldc.ir import Call, FunctionBase
from ldc.jail import Jail
from ldc.job import Job
from ldc.play.constant import calls_of
from ldc.play.players import CodeOnly, Constant, Expert, Player
from ldc.play.rollout import rollout

FEW, MANY = 40, 500
CONTROLS = {"expert": Expert, "code-only": CodeOnly}

Who = str | tuple[Call, ...]
"""A control by its name, or a constant choice: what can be sent to another process."""


def opened(name: str) -> tuple[Job, FunctionBase]:
    """Return the job and its functions as written."""
    job = build.open_job(name, None)
    folder = job.project.base_folder(job.task.name)
    functions = author(job.task, folder, folder.parent.parent)
    return job, FunctionBase(task=name, functions=functions, digest="")


def played(job: tuple[str, Who, int]) -> tuple[float, float]:
    """Return success rate and mean score of a player over so many games."""
    name, who, games = job
    opening, base = opened(name)
    player: Player = (
        CONTROLS[who](opening.task)
        if isinstance(who, str)
        else Constant("constant", who, opening.task, base)
    )
    seeds = range(CHOOSE_SEEDS, CHOOSE_SEEDS + games)
    with Jail(opening.task, base.functions) as jail:
        episodes = [rollout(opening.task, jail, player, seed) for seed in seeds]
    won = sum(e.success for e in episodes) / games
    return won, sum(e.score for e in episodes) / games


def combinations(name: str) -> Iterator[tuple[Call, ...]]:
    """Yield every combination of one call a stage."""
    job, base = opened(name)
    observation, info = job.task.make_env().reset(seed=CHOOSE_SEEDS)
    state = job.task.state_of(observation, info)
    yield from product(
        *(calls_of(job.task, base, stage.name, state) for stage in job.task.stages)
    )


def chosen(ranked: Sequence[tuple[Call, ...]]) -> list[tuple[Call, ...]]:
    """Return the best three, and each that brings a function not shown yet."""
    seen: set[str] = set()
    found = []
    for place, calls in enumerate(ranked):
        names = {call.function for call in calls}
        if place < 3 or names - seen:
            seen |= names
            found.append(calls)
    return found


def main() -> None:
    """Print the table as Markdown, best first."""
    name = sys.argv[1]
    everyone = list(combinations(name))
    with ProcessPoolExecutor() as pool:
        tried = list(
            pool.map(
                played,
                [(name, calls, FEW) for calls in everyone],
                chunksize=4,
            )
        )
        order = sorted(range(len(everyone)), key=lambda i: tried[i], reverse=True)
        shown = chosen([everyone[i] for i in order])
        players: list[Who] = [*CONTROLS, *shown]
        scores = list(pool.map(played, [(name, who, MANY) for who in players]))
    heads = [f"*{control}*" for control in CONTROLS]
    heads += [" · ".join(str(c).split(" = ")[1] for c in calls) for calls in shown]
    rows = list(zip(heads, scores, strict=True))
    rows[2:] = sorted(rows[2:], key=lambda row: row[1], reverse=True)
    print(f"| Of {len(everyone)} constant choices, {MANY} games | success | score |")
    print("|---|---|---|")
    for head, (won, score) in rows:
        print(f"| {head} | {won:.0%} | {score:.2f} |")


if __name__ == "__main__":
    main()
