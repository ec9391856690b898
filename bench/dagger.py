"""What rounds of DAgger gain: `python -m bench.dagger TASK [ROUNDS]`.

The first round is starved: a few games to label, few examples. Each later round adds
what the student met in its own games. Beside it stands a control that sees as many
games in all, every one played by the expert with some wrong moves, and trains on as
many examples: what more games alone would have given. Held-out seeds, the same for all.
Everything is kept in the workspace, so a killed run goes on.
"""

import sys
from dataclasses import asdict, replace

from ldc import build, learn
from ldc.contest import PLAY_SEEDS
from ldc.finetune.student import load_student
from ldc.learn import Budget
from ldc.rounds import games_of, rounds
from ldc.rounds.table import shown, table
from ldc.score.metrics import wilson

STARVED = Budget(
    label_episodes=3, wrong=0.15, rows=1200, play_episodes=50, round_episodes=12
)


def main() -> None:
    """Print a Markdown table, one round a row, then the control."""
    name = sys.argv[1] if len(sys.argv) > 1 else "pursuit"
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    kit = build.kit_of(build.open_job(name, None), demo=True, seed=0)
    folder = kit.project.workspace(name, "bench-dagger")
    kit = replace(kit, budget=STARVED, folder=folder)
    student = load_student(kit.student)
    dials = replace(learn.settings(), save_every=4, valid_examples=32)
    told = rounds(kit, folder / "policy", count, dials, student, say)
    print(table([asdict(one) for one in told]), end="")
    more = STARVED.label_episodes + (count - 1) * STARVED.round_episodes
    control = replace(
        kit,
        budget=replace(STARVED, label_episodes=more),
        folder=folder / "control",
    )
    policy = control.folder / "policy"
    learn.finetune_stage(control, "functions", policy, dials, student)
    seeds = range(PLAY_SEEDS, PLAY_SEEDS + STARVED.play_episodes)
    games = games_of(control, policy, control.folder / "score", seeds)
    won = wilson(sum(game.success for game in games), len(games))
    print(f"| control, {more} games of the expert | {shown(asdict(won))} | | | | | |")


def say(what: str) -> None:
    """Tell what begins."""
    print(f"bench: {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
