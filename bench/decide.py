"""What a decision costs without memory: `python -m bench.decide pursuit`.

Plays the policy on score seeds with every choice asked of the model anew, then with the
decoder's memory, in one run.
"""

import sys
from statistics import median

from ldc import build
from ldc.contest import PLAY_SEEDS, always, play_seeds, player_of
from ldc.finetune.policy import load_policy
from ldc.generate.backends import in_torch
from ldc.generate.decode import MEMORY

GAMES = 8


def main() -> None:
    """Print a Markdown table: with and without memory."""
    name = sys.argv[1]
    kit = build.kit_of(build.open_job(name, None), demo=False, seed=0)
    folder = kit.project.policy_folder(name)
    _, student = load_policy(folder, kit.digests("functions"))
    print("| Memory | decisions | ms, median | passes | branches |")
    print("|---|---|---|---|---|")
    for memory in (0, MEMORY):
        player = player_of(kit, "LD", "functions", in_torch(student, memory=memory))
        seeds = range(PLAY_SEEDS, PLAY_SEEDS + GAMES)
        games = play_seeds(kit, always(player), "functions", seeds, None)
        made = [step.decision for game in games for step in game.steps]
        time = median(d.milliseconds for d in made)
        passes = sum(d.forward_passes for d in made) / len(made)
        branches = sum(d.branches for d in made) / len(made)
        row = f"{time:.1f} | {passes:.2f} | {branches:.2f}"
        print(f"| {'on' if memory else 'off'} | {len(made)} | {row} |")


if __name__ == "__main__":
    main()
