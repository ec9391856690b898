"""All constant choices against the expert: `python -m bench.constant pursuit`.

For every function the best combination that holds it is played, on seeds that no
policy was trained on; by arguments too, where a function takes some.
"""

import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import product

from ldc import build
from ldc.author import author
from ldc.contest import CHOOSE_SEEDS
from ldc.ir import Call, FunctionBase
from ldc.jail import Jail
from ldc.play.constant import calls_of
from ldc.play.players import CodeOnly, Constant, Expert, Player
from ldc.play.rollout import rollout

GAMES = 100


def opened(name: str) -> tuple[build.Job, FunctionBase]:
    """Return the job and its functions as written."""
    job = build.open_job(name, None)
    folder = job.project.base_folder(job.task.name)
    functions = author(job.task, folder, folder.parent.parent)
    return job, FunctionBase(task=name, functions=functions, digest="")


def played(name: str, player: Player, games: int) -> tuple[float, float]:
    """Return success rate and mean score."""
    job, base = opened(name)
    seeds = range(CHOOSE_SEEDS, CHOOSE_SEEDS + games)
    with Jail(job.task, base.functions) as jail:
        episodes = [rollout(job.task, jail, player, seed) for seed in seeds]
    won = sum(e.success for e in episodes) / games
    return won, sum(e.score for e in episodes) / games


def row(
    job: tuple[str, tuple[Call, ...], int],
) -> tuple[tuple[Call, ...], float, float]:
    """Return a combination with its success rate and mean score."""
    name, calls, games = job
    return calls, *played(name, Constant("constant", calls), games)


def combinations(name: str) -> Iterator[tuple[Call, ...]]:
    """Yield every combination of one call a stage."""
    job, base = opened(name)
    observation, info = job.task.make_env().reset(seed=CHOOSE_SEEDS)
    state = job.task.state_of(observation, info)
    yield from product(
        *(calls_of(job.task, base, stage.name, state) for stage in job.task.stages)
    )


def main() -> None:
    """Print the table as Markdown, best first."""
    name = sys.argv[1]
    games = int(sys.argv[2]) if len(sys.argv) > 2 else GAMES
    jobs = [(name, calls, games) for calls in combinations(name)]
    with ProcessPoolExecutor() as pool:
        rows = sorted(
            pool.map(row, jobs, chunksize=4), key=lambda r: r[1:], reverse=True
        )
    job, _ = opened(name)
    print(f"| player ({games} games) | success | mean score |\n|---|---|---|")
    for player in (Expert(job.task), CodeOnly(job.task)):
        won, score = played(name, player, games)
        print(f"| {player.name} | {won:.0%} | {score:.3f} |")
    shown: set[str] = set()
    for place, (calls, won, score) in enumerate(rows, 1):
        new = [call.function for call in calls if call.function not in shown]
        if place <= 3 or new:
            shown.update(new)
            names = " · ".join(str(call).split(" = ")[1] for call in calls)
            head = f"constant {place} of {len(rows)}: {names}"
            print(f"| {head} | {won:.0%} | {score:.3f} |")


if __name__ == "__main__":
    main()
