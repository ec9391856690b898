"""Can a teacher's usage be trusted? `python -m bench.labels TASK [GAMES] [URL MODEL]`.

The states of a few games of the expert with some wrong moves, labelled by the expert,
by search and by the teacher, each line given the results of its own earlier lines; how
often each names the expert's call, by questions that read differently. Without a URL
the teacher answers from the committed ledger; what is not recorded is an error.
"""

import sys
import time
from dataclasses import replace
from typing import Any

from bench.constant import opened
from ldc import learn
from ldc.labels import By, Labelling
from ldc.learn import Budget, Kit

SOURCES: tuple[By, ...] = ("expert", "search", "teacher")


def main() -> None:
    """Print a Markdown table, then every question in which one differs."""
    name, games = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 6
    url, model = sys.argv[3:5] if len(sys.argv) > 4 else ("", "")
    job, base = opened(name)
    kit = Kit(
        project=job.project,
        task=job.task,
        base=base,
        grammar=None,  # type: ignore[arg-type]  # nothing is trained
        budget=Budget(label_episodes=games),
        folder=job.project.workspace(name, "bench-labels"),
        student="",
        seed=0,
    )
    print(
        "| labels | lines | questions | no legal call | the expert's call | seconds |"
    )
    print("|---|---:|---:|---:|---:|---:|", flush=True)
    found: dict[By, Any] = {}
    for by in SOURCES:
        labelling = Labelling(by=by, url=url, model=model)
        begun = time.process_time()
        _, _, told = learn.labels(replace(kit, labelling=labelling))
        share, found[by] = told["agreement"], told
        seconds = told.get("teacher", {}).get("seconds", time.process_time() - begun)
        print(
            f"| {by} | {told['lines']} | {told['questions']} "
            f"| {told['questions_without_call']} | {told['questions_agree']}: "
            f"{share['value']:.0%} [{share['low']:.0%}, {share['high']:.0%}] "
            f"| {seconds:.0f} |",
            flush=True,
        )
    for by, told in found.items():
        for row in told["differ"]:
            print(f"\n{by}, {row['stage']} {row['who']}: {row['facts']}")
            print(f"  expert: {row['expert']}")
            print(f"  {by}: {row['said'] or 'no legal call'}  {row.get('why', '')}")
    for row in found["search"].get("search", []):
        print(f"\nsearch prefers {row['best']} to {row['expert']}: {row['facts']}")
        print(f"  gain {row['gain']}, standard error {row['error']}")


if __name__ == "__main__":
    main()
