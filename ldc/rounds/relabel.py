"""Labels what a student met: free where the expert agrees, else by whoever labels."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ldc import learn
from ldc.dataset import ByExpert, Label, Past, Question, key_of, label_of
from ldc.ir import Call, Episode, TaskSpec
from ldc.jail import Jail
from ldc.labels import alike, pasts
from ldc.learn import Kit
from ldc.turns import begun, kept, turns

UNSURE = 0.5
"""Bits of one call from which the student counts as unsure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """What the student met in one round's games, and what labelling that took."""

    games: int = 0
    lines: int = 0
    """Calls that the student made: what asking the teacher for every state takes."""
    questions: int = 0
    """Of these, those that read differently."""
    differ: int = 0
    """Lines in which the expert calls something else."""
    asked: int = 0
    """Of these, those that read differently: what the paid labeller is asked."""
    unsure: int = 0
    """Lines in which both agree, but the student's choice had over half a bit."""
    unlabelled: int = 0
    """Lines for which the labeller named no legal call."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Labels of one round."""

    labels: tuple[Label, ...]
    missed: tuple[Label, ...] = ()
    """Those that the student got wrong."""
    met: Met = field(default_factory=Met)


def relabelled(kit: Kit, games: Sequence[Episode]) -> Found:
    """Return labels of the lines that a student met.

    Where its call is the expert's, that is the label. Where the two differ whoever
    labels is asked; what is unsure but agreed on is counted, not asked: a third opinion
    could only take away what verified code and the student agree on.

    Args:
        kit: Says who labels.
        games: The student's.

    Raises:
        Capped: As `Labeller.calls`.
        LdcError: As `Labeller.calls`.
    """
    task = kit.task
    met: dict[str, Past] = {}
    lines = unsure = 0
    keys = set()
    differ: list[Question] = []
    agreed: list[tuple[Question, Call]] = []
    for question, call, bits, past in lines_of(task, games):
        lines += 1
        keys.add(key_of(task, question))
        met.setdefault(repr(question.state), past)
        (right,) = ByExpert(task).calls([question])
        same = alike(call, right)
        unsure += same and bits > UNSURE
        if same:
            agreed.append((question, right))
        else:
            differ.append(question)
    with Jail(task, kit.base.functions) as jail:
        answers = learn.labeller_of(kit, jail, met).calls(differ)
    pairs = list(zip(differ, answers, strict=True))
    missed = distinct(task, [(q, call) for q, call in pairs if call is not None])
    return Found(
        labels=(*distinct(task, agreed), *missed),
        missed=missed,
        met=Met(
            games=len(games),
            lines=lines,
            questions=len(keys),
            differ=len(differ),
            asked=len({key_of(task, question) for question in differ}),
            unsure=unsure,
            unlabelled=sum(call is None for _, call in pairs),
        ),
    )


def share_right(task: TaskSpec, games: Sequence[Episode]) -> float:
    """Return the share of the lines of games in which the expert calls the same."""
    right = [
        alike(call, ByExpert(task).calls([question])[0])
        for question, call, _, _ in lines_of(task, games)
    ]
    return sum(right) / len(right)


def distinct(
    task: TaskSpec, pairs: Sequence[tuple[Question, Call]]
) -> tuple[Label, ...]:
    """Return the labels of questions, each question once."""
    once = {(repr(q.state), q.stage, repr(q.results)): (q, call) for q, call in pairs}
    return tuple(label_of(task, question, call) for question, call in once.values())


def lines_of(
    task: TaskSpec, games: Sequence[Episode]
) -> Iterator[tuple[Question, Call, float, Past]]:
    """Yield each line of games: the question, the call made, its bits, the way back.

    Games on disk hold no hints, so each is stepped through again.
    """
    for game in games:
        env = task.make_env()
        _, info = env.reset(seed=game.seed)
        for step, past in zip(game.steps, pasts(task, game), strict=True):
            for action in past.actions[-1:]:
                *_, info = env.step(action)
            made, results = step.decision, begun(task)
            bits = made.entropy_bits or ((),) * len(made.calls)
            line = zip(
                turns(task, step.state), made.calls, made.results, bits, strict=True
            )
            for turn, call, value, entropy in line:
                question = Question(
                    state=step.state,
                    stage=turn.stage.name,
                    results=results,
                    hint=info.get("hint"),
                )
                yield question, call, sum(entropy), past
                results = kept(turn, results, value)
