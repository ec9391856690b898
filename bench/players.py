"""The players that need no model, on the score seeds: `python -m bench.players TASK`.

Random-legal, the best constant choice (chosen on 32 other seeds), code-only, expert.
"""

import sys

from bench.constant import opened
from ldc.contest import CHOOSE_SEEDS, PLAY_SEEDS
from ldc.jail import Jail
from ldc.play.constant import best_constant
from ldc.play.players import CodeOnly, Expert, RandomLegal
from ldc.play.rollout import rollout
from ldc.score import markdown, score


def main() -> None:
    """Print the table as Markdown."""
    name, games = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 100
    job, base = opened(name)
    constant, _ = best_constant(job.task, base, range(CHOOSE_SEEDS, CHOOSE_SEEDS + 32))
    players = (
        RandomLegal(job.task, base, 0),
        constant,
        CodeOnly(job.task),
        Expert(job.task),
    )
    seeds = range(PLAY_SEEDS, PLAY_SEEDS + games)
    with Jail(job.task, base.functions) as jail:
        played = {
            player.name: tuple(rollout(job.task, jail, player, seed) for seed in seeds)
            for player in players
        }
    print(markdown(score(played).scores))


if __name__ == "__main__":
    main()
