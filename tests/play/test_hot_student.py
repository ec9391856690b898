"""The real student calls a function that came while it played, by its manual alone."""

import pytest

from ldc.author.source import read_function
from ldc.emergency.games import Drill, helped_by, play_games, student_of
from ldc.generate.runtime import HERE
from ldc.ir import Function
from ldc.job import open_job
from ldc.tasks.pursuit import TASK as PURSUIT
from tests.listing import ROOT
from tests.play.bases import base_of
from tests.play.test_emergencies import SEEDS, SUDDEN_DECOY


def renamed(name: str, new: str) -> Function:
    """Return a function of the base under a name that no training ever held."""
    one = next(f for f in base_of("pursuit").functions if f.name == name)
    path = one.path.replace(name, new)
    source = one.source.replace(name, new)
    return read_function(source, task=PURSUIT, stage=one.stage, path=path)


@pytest.mark.parametrize("paper", [False, True])
def test_the_student_reads_the_manual_of_what_is_added(paper: bool) -> None:
    pytest.importorskip("torch")
    job = open_job("pursuit", ROOT)
    player_of, retriever = student_of(job, HERE)
    drill = Drill(paper=paper, without=("leave_out",), options=SUDDEN_DECOY)
    seek = helped_by((renamed("leave_out", "spare_it"),))
    ((game, (told,)),) = play_games(job, SEEDS[:1], drill, seek, player_of, retriever)
    assert told.outcome == "switched" and told.called == told.shadowed == 8
    assert game.success and game.invalid_calls == told.illegal_in_gap == 0
    after = [step.decision for step in game.steps[told.switched :]]
    assert {str(one.calls[0]) for one in after} == {
        "targets = spare_it(state=state, prey=3)"
    }
    assert all("spare_it" in one.candidates[0] for one in after)
    assert all(
        "If a prey is a decoy, call spare_it." in str(one.prompts[0]) for one in after
    )
