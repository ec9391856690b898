"""Success with and without a function that is added hot: `python -m bench.emergencies`.

News comes while the game runs, and the functions for it are held back. The same policy
plays the same seeds: without help; with what a teacher writes (repeated from the
ledger); and with the functions that were held back, which people wrote, as an able
teacher's. `--mode paper` appends to what is retrieved instead. Shipped emergencies that
no function is for, and the expert's success, show what room there is. `--player
manuals` plays without a model: it does what the manuals say, and errs never.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import count, islice

from ldc.author.asks import condition_of
from ldc.base import author_stage
from ldc.constrain.retriever import BM25
from ldc.contest import PLAY_SEEDS
from ldc.emergency.games import Drill, Played, helped_by, play_games, student_of
from ldc.emergency.office import Office, Teaching, recorded_plan
from ldc.generate.runtime import HERE
from ldc.ir import Function
from ldc.jail import Jail
from ldc.job import Job, open_job
from ldc.play.emergencies import Seek
from ldc.play.news import functions_for
from ldc.play.players import Expert
from ldc.play.recovery import Bill
from ldc.play.rollout import rollout
from ldc.score.metrics import Interval, paired, wilson
from ldc.tasks.pursuit.notices import WORDS, Kind
from ldc.write.run import Means, Plan
from tests.listing import ROOT
from tests.play.manuals import Manuals

Games = Iterator[Played]

SEEDS = 50

SHIPPED = ("zone", "fast", "broken")
SUDDEN = ("decoy", "noise", "curious", "tired", "leaver", "shy", "fog")
"""Bulletins, announced while the game runs."""

HEAD = (
    "News",
    "Help",
    "Success",
    "More than without",
    "Illegal moves, in the gap",
    "Switched",
    "Seconds: teacher, checks",
    "Calls",
    "Tokens read, written",
)


def main() -> None:
    """Print a Markdown table: who helps with one kind of news, a row each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mode", choices=("switch", "paper"), default="switch")
    parser.add_argument("--gap", type=int, default=8)
    parser.add_argument("--kinds", nargs="*", default=[*SHIPPED, *SUDDEN])
    parser.add_argument("--seeds", type=int, default=SEEDS)
    parser.add_argument("--no-teacher", action="store_true")
    parser.add_argument("--teacher-model", default="", help="else the recorded one")
    parser.add_argument("--teacher-url", default="", help="else from the ledger")
    parser.add_argument("--ask-stage", default="", help="as of ldc play")
    parser.add_argument("--player", choices=("student", "manuals"), default="student")
    given = parser.parse_args()
    job = open_job("pursuit", ROOT)
    player_of, retriever = (
        student_of(job, HERE) if given.player == "student" else (Manuals, BM25)
    )
    print(f"| {' | '.join(HEAD)} |\n|{'---|' * len(HEAD)}")
    for kind in given.kinds:
        people = for_news(job, kind)
        drill = Drill(
            gap=given.gap,
            paper=given.mode == "paper",
            without=tuple(function.name for function in people),
            options={"kinds": (kind,), "sudden": True},
        )

        def games(seeds: Iterable[int], seek: Seek, drill: Drill = drill) -> Games:
            return play_games(job, seeds, drill, seek, player_of, retriever)

        played = games(count(PLAY_SEEDS), helped_by((), ("nobody was asked",)))
        bare = [*islice((one for one in played if one[1]), given.seeds)]
        print(row(kind, "nobody", bare, bare), flush=True)
        seeds = [episode.seed for episode, _ in bare]
        if not given.no_teacher:
            model = given.teacher_model
            plan = Plan(model=model) if model else recorded_plan(job)
            means = Means(url=given.teacher_url, parallel=1)
            teaching = Teaching(plan=plan, means=means, stage=given.ask_stage)
            with Office(job, teaching) as office:
                taught = [*games(seeds, office.seek)]
            print(row(kind, plan.model, taught, bare), flush=True)
        if people:
            names = ", ".join(f"`{name}`" for name in drill.without)
            ours = [*games(seeds, helped_by(people))]
            print(row(kind, f"people: {names}", ours, bare), flush=True)
        print(row(kind, "the expert, whole base", expert(job, drill, seeds), bare))


def for_news(job: Job, kind: Kind) -> tuple[Function, ...]:
    """Return the functions of the base that are for one kind of news."""
    told = WORDS[kind].format(who=1, half="north")
    return functions_for(condition_of(told, job.task.wordings), author_stage(job))


def expert(job: Job, drill: Drill, seeds: Sequence[int]) -> list[Played]:
    """Return the hand-written player's games with the whole base, from the start."""
    with Jail(job.task, author_stage(job)) as jail:
        return [
            (rollout(job.task, jail, Expert(job.task), seed, drill.options), ())
            for seed in seeds
        ]


def row(kind: str, who: str, games: Sequence[Played], bare: Sequence[Played]) -> str:
    """Return one line of the table."""
    episodes = tuple(episode for episode, _ in games)
    told = [one for _, recoveries in games for one in recoveries]
    won = wilson(sum(e.success for e in episodes), len(episodes))
    more = paired(episodes, tuple(episode for episode, _ in bare)).difference
    illegal = sum(step.illegal_moves for e in episodes for step in e.steps)
    outcomes = Counter(one.outcome for one in told)
    asked = [one.bill for one in told if one.bill.calls]
    bill = asked[0] if asked else Bill()
    cells = (
        kind,
        who,
        f"{sum(e.success for e in episodes)} of {len(episodes)} ({span(won)})",
        "" if games is bare else f"{more.value:+.0%} ({span(more)})",
        f"{illegal}, {sum(one.illegal_in_gap for one in told)}",
        ", ".join(f"{n} {outcome}" for outcome, n in outcomes.items()),
        f"{bill.teacher_seconds:.0f}, {bill.check_seconds:.0f}" if asked else "",
        str(bill.calls) if asked else "",
        f"{bill.read}, {bill.written}" if asked else "",
    )
    return f"| {' | '.join(cells)} |"


def span(interval: Interval) -> str:
    """Return an interval in percent."""
    return f"{interval.low:.0%} to {interval.high:.0%}"


if __name__ == "__main__":
    main()
