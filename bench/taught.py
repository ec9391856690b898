"""The base that a teacher wrote, played by its manuals, beside the hand-written base.

`python -m bench.taught pursuit 100` prints a table over the seeds of the score tables.
"""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from ldc.base import constrain_stage
from ldc.contest import PLAY_SEEDS
from ldc.ir import Episode, FunctionBase, TaskSpec
from ldc.jail import Jail
from ldc.job import open_job
from ldc.play.players import Expert, Player, RandomLegal
from ldc.play.rollout import rollout
from ldc.score.metrics import summarise
from ldc.write.taught import FOLDER
from tests.listing import ROOT

Make = Callable[[TaskSpec, FunctionBase, int], Player]
"""Task, base and seed -> a player."""

PLAYERS: dict[str, Make] = {
    "random-legal": RandomLegal,
    "by its manuals": lambda task, base, seed: Expert(task),
}


def main() -> None:
    """Print a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task")
    parser.add_argument("episodes", type=int)
    given = parser.parse_args()
    seeds = range(PLAY_SEEDS, PLAY_SEEDS + given.episodes)
    print("| Base | Functions | Player | Success | Score | Steps | Illegal | Invalid |")
    print("|---|---|---|---|---|---|---|---|")
    for name, folder in {"hand-written": ROOT, "taught": ROOT / FOLDER}.items():
        for row in rows(name, given.task, folder, seeds):
            print(row, flush=True)


def rows(name: str, task: str, folder: Path, seeds: Sequence[int]) -> list[str]:
    """Return a line for each player of one base."""
    job = open_job(task, folder)
    base, _, _ = constrain_stage(job)
    lines = []
    for player, make in PLAYERS.items():
        games: list[Episode] = []
        with Jail(job.task, base.functions) as jail:
            for seed in seeds:
                made = make(job.task, base, seed)
                games.append(rollout(job.task, jail, made, seed))
        told = summarise(player, tuple(games))
        won, score = told.success, told.mean_score
        lines.append(
            f"| {name} | {len(base.functions)} | {player} "
            f"| {won.value:.0%} [{won.low:.0%}, {won.high:.0%}] "
            f"| {score.value:.2f} [{score.low:.2f}, {score.high:.2f}] "
            f"| {told.steps:.1f} | {told.illegal_moves} | {told.invalid_calls} |"
        )
    return lines


if __name__ == "__main__":
    main()
