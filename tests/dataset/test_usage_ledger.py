"""What a real teacher said of usage is committed, and repeats without a server."""

import pytest

from ldc.author.asking import Asking
from ldc.author.ledger import Ledger
from ldc.author.purse import Purse
from ldc.dataset import ByTeacher, Question
from ldc.jail import Jail
from ldc.labels import USE, alike, recorded_model
from ldc.play.players import Wrong
from ldc.play.rollout import rollout
from ldc.turns import begun, kept, turns
from tests.play.bases import RENDERER, ROOT, TASKS, base_of


def met(name: str, games: int) -> list[Question]:
    """Return the lines of a few games of the expert with some wrong moves."""
    task, base = TASKS[name], base_of(name)
    found = []
    with Jail(task, base.functions) as jail:
        player = Wrong(task, base, 0.15, 0)
        for seed in range(games):
            for step in rollout(task, jail, player, seed).steps:
                results = begun(task)
                lines = zip(turns(task, step.state), step.decision.results, strict=True)
                for turn, value in lines:
                    stage = turn.stage.name
                    found.append(
                        Question(
                            state=step.state,
                            stage=stage,
                            results=results,
                            hint=step.hint,
                        )
                    )
                    results = kept(turn, results, value)
    return found


@pytest.mark.parametrize("name", TASKS)
def test_the_recorded_teacher_repeats_itself(name: str) -> None:
    ledger = Ledger(ROOT / "function_base" / name / "ledger" / USE)
    task, model = TASKS[name], recorded_model(ledger)
    asking = Asking(ledger, None, Purse())
    teacher = ByTeacher(task, base_of(name), RENDERER, asking, model)
    known = [q for q in met(name, 4) if ledger.find(teacher.request(q))]
    calls = teacher.calls(known)
    assert teacher.said
    assert asking.reworded == 0
    right = [task.expert(q.state, q.stage, q.results, q.hint) for q in known]
    pairs = zip(calls, right, strict=True)
    assert any(call is not None and alike(call, other) for call, other in pairs)
