"""Teacher-written functions: how many pass, told of counterexamples or not.

`python -m bench.author` repeats the recorded runs of `taught/` and prints a table; with
`--teacher-url URL --teacher-model MODEL` it asks a teacher for what is not recorded.
Both arms share the first round: they differ in what repairs are told alone.
"""

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ldc import store
from ldc.author.asking import Asking
from ldc.author.ledger import Ledger
from ldc.author.purse import Purse
from ldc.author.teacher import Teacher
from ldc.job import open_job
from ldc.write import write
from ldc.write.run import Plan, Run, summary
from tests.listing import ROOT

TASKS = ("pursuit", "blackjack")
ARMS = {"told the call that fails": True, "told the finding alone": False}


def main() -> None:
    """Print a Markdown table of both arms on both tasks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--teacher-url", default="")
    parser.add_argument("--teacher-model", default="")
    parser.add_argument("--into", type=Path, help="as of ldc author")
    given = parser.parse_args()
    teacher = Teacher(given.teacher_url) if given.teacher_url else None
    plan = Plan(model=given.teacher_model) if given.teacher_model else None
    home = given.into or ROOT / "taught"
    print(f"Calls are recorded in {store.shown(home)}\n")
    print(
        "| Task | Repairs are | Asked | Accepted, by round | Share | "
        "Calls a function | Tokens read + written a function | Seconds a function |"
    )
    print("|---|---|---|---|---|---|---|---|")
    for task in TASKS:
        for row in rows(Run(open_job(task, ROOT), plan, given.into), teacher):
            print(row, flush=True)


def rows(run: Run, teacher: Teacher | None) -> Iterator[str]:
    """Yield the lines of one task."""
    for arm, told in ARMS.items():
        desk = replace(run.desk, scratch=run.workspace / f"bench-{told}")
        desk.clear(run.people / "states.jsonl")
        asking = Asking(Ledger(run.taught.ledger), teacher, Purse(), parallel=1)
        written = write(
            desk,
            asking,
            run.prompts,
            replace(run.plan, counterexamples=told).manners,
        )
        sums = summary(written, asking, Purse())
        asked, accepted = sums["asked"], sums["accepted"]
        by_round = [sums["rounds"].get(str(n + 1), 0) for n in range(run.plan.rounds)]
        yield (
            f"| {run.desk.task.name} | {arm} | {asked} | {accepted} "
            f"({', '.join(map(str, by_round))}) | {accepted / asked:.0%} | "
            f"{sums['calls'] / asked:.1f} | "
            f"{sums['tokens']['read'] / asked:.0f} + "
            f"{sums['tokens']['written'] / asked:.0f} | "
            f"{sums['seconds'] / asked:.0f} |"
        )


if __name__ == "__main__":
    main()
