"""What rounds of DAgger gain, and why: `python -m bench.dagger TASK [ROUNDS]`.

The first round is starved: a few games to label, few examples. Each later round adds
what the student met in its own games. Below the rounds stand other ways to train the
second student, each different in one thing: as few examples as the first, no room kept
for what was misread, no new states, and the expert's games in place of the student's.
Held-out seeds, the same for all. Everything is kept in the workspace, so a killed run
goes on.
"""

import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from ldc import build, learn
from ldc.constrain import Tokens
from ldc.contest import PLAY_SEEDS
from ldc.dataset import Label, read_dataset, write_dataset
from ldc.finetune.lora import Settings
from ldc.finetune.student import Student, load_student
from ldc.learn import Budget, Kit
from ldc.rounds import games_for, games_of, rounds
from ldc.rounds.relabel import relabelled, share_right
from ldc.rounds.table import shown, table
from ldc.score.metrics import wilson
from ldc.store import new_folder

STARVED = Budget(
    label_episodes=3, wrong=0.15, rows=1200, play_episodes=50, round_episodes=12
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way to train the second student."""

    name: str
    labels: Sequence[Label]
    missed: Sequence[Label] = ()
    times: int = 2
    """Its examples, in those of the first round."""


def main() -> None:
    """Print a Markdown table of the rounds, then one of the ways."""
    name = sys.argv[1] if len(sys.argv) > 1 else "pursuit"
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    kit = build.kit_of(build.open_job(name, None), demo=True, seed=0)
    folder = kit.project.workspace(name, "bench-dagger")
    kit = replace(kit, budget=STARVED, folder=folder)
    student = load_student(kit.student)
    dials = replace(learn.settings(), save_every=25, valid_examples=64)
    told = rounds(kit, folder / "policy", count, dials, student, say)
    print(table([asdict(one) for one in told]), end="")
    print("\n| the second student | examples | success | right |")
    print("|---|---:|---:|---:|")
    for way in ways(kit):
        print(trained(kit, way, dials, student), flush=True)


def ways(kit: Kit) -> tuple[Way, ...]:
    """Return the ways; that of the rounds stands in their own table."""
    old = learn.labels(kit)[0]
    met = relabelled(kit, games_for(kit, 2))
    both = [*old, *met.labels]
    games = STARVED.label_episodes + STARVED.round_episodes
    more = replace(kit, budget=replace(STARVED, label_episodes=games))
    return (
        Way(name="as few examples", labels=both, missed=met.missed, times=1),
        Way(name="no room kept for what was misread", labels=both),
        Way(name="no new states", labels=old),
        Way(name=f"{games} games of the expert", labels=learn.labels(more)[0]),
    )


def trained(kit: Kit, way: Way, dials: Settings, student: Student) -> str:
    """Train a student in a way, let it play, and return its row of the table."""
    folder = kit.folder / "ways" / way.name.replace(" ", "-")
    rows = kit.budget.rows * way.times
    if not (folder / "dataset").is_dir():
        tokens = Tokens(student.tokenizer)
        made = learn.word(kit, "functions", way.labels, way.missed, rows, tokens)
        with new_folder(folder / "dataset") as part:
            write_dataset(made, part)
    made = read_dataset(folder / "dataset")
    say(f"{way.name}: fine-tune, score")
    policy = folder / "policy"
    learn.tuned(kit, "functions", made, policy, dials, student)
    seeds = range(PLAY_SEEDS, PLAY_SEEDS + kit.budget.play_episodes)
    games = games_of(kit, policy, folder / "score", seeds)
    won = shown(asdict(wilson(sum(game.success for game in games), len(games))))
    right = share_right(kit.task, games)
    return f"| {way.name} | {rows} | {won} | {right:.0%} |"


def say(what: str) -> None:
    """Tell what begins."""
    print(f"bench: {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
