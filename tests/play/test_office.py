"""Help from a teacher behind a real server, live and then from the ledger."""

import re
import shutil
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from ldc.constrain.retriever import BM25
from ldc.emergency.games import Drill, Played, play_games
from ldc.emergency.office import Office, Teaching, folder_of, keep_plan, recorded_plan
from ldc.errors import TeacherError
from ldc.job import Job, open_job
from ldc.project import MARKER
from ldc.write.run import Means, Plan
from tests.author.misbehaving import served
from tests.listing import ROOT
from tests.play.manuals import Manuals
from tests.play.test_emergencies import SEEDS, SUDDEN_DECOY
from tests.play.test_play import untimed

pytest.importorskip("openai")

HEAD = re.compile(r"^(?:@.*\n)?def (\w+)\((.*?)\) -> (\w+):", re.M)

BODY = """    others = [one for one in at_large(state) if one != prey] or [prey]
    first = state.hunters[0]
    return min(others, key=lambda one: (gap(first, state.prey[one - 1]), one))
"""
CHECK = """```python
answer == sorted(
    ([one for one in at_large(state) if one != prey] or [prey]),
    key=lambda one: (gap(state.hunters[0], state.prey[one - 1]), one),
)[0]
```"""


FEW = (
    *("assign/gang_up", "assign/leave_out", "route/surround"),
    *("move/run", "move/step_around"),
)


def say(asked: str) -> str:
    """Answer as a teacher would that knows what to do about a decoy."""
    if "Write a check" in asked:
        return CHECK
    name, given, result = HEAD.findall(asked)[-1]
    doc = '"""Skip the named prey, and take the nearest of the others."""'
    return f"```python\ndef {name}({given}) -> {result}:\n    {doc}\n{BODY}```"


@pytest.fixture(scope="module")
def job(tmp_path_factory: pytest.TempPathFactory) -> Job:
    """Give a project of its own with some of pursuit's functions, judged once."""
    root = tmp_path_factory.mktemp("project")
    for name in FEW:
        place = Path("function_base/pursuit") / f"{name}.py"
        (root / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / place, root / place)
    (root / MARKER).write_text("format = 1\n")
    return open_job("pursuit", root)


def played(job: Job, url: str, model: str = "script") -> list[Played]:
    """Play decoys that come suddenly; offline without an address."""
    plan = Plan(model=model, rounds=1)
    teaching = Teaching(
        plan=plan, means=Means(url=url), stage="assign", project=job.project.root
    )
    drill = Drill(gap=4, without=("leave_out",), options=SUDDEN_DECOY)
    with Office(job, teaching) as office:
        return [*play_games(job, SEEDS, drill, office.seek, Manuals, BM25)]


def test_a_teacher_s_help_is_checked_switched_in_recorded_and_repeated(
    job: Job,
) -> None:
    with served(reply=say) as server:
        live = played(job, server.url)
        asked = len(server.asked)
    for game, (told,) in live:
        assert (told.outcome, told.why) == ("switched", ())
        assert told.switched == told.announced + 4
        (name,) = told.functions
        assert game.steps[-1].decision.calls[0].function == name
        assert told.bill.calls == asked and told.bill.written > 0
        assert told.bill.rounds == 1 and told.bill.keys
    assert [told.bill.asked_now for _, (told,) in live] == [asked, 0]
    files = [*job.project.workspace("pursuit", "emergencies").rglob("*.py")]
    assert [file.stem for file in files] == [*live[0][1][0].functions]
    assert "Use it when a prey is a decoy." in files[0].read_text()

    again = played(job, "")
    assert [untimed(game) for game, _ in again] == [untimed(game) for game, _ in live]
    for (_, (told,)), (_, (was,)) in zip(again, live, strict=True):
        assert replace(told, bill=was.bill) == was
        bills = [asdict(told.bill), asdict(was.bill)]
        for bill in bills:
            del bill["check_seconds"], bill["asked_now"]
        assert bills[0] == bills[1] and told.bill.asked_now == 0


def test_a_teacher_that_is_not_there_costs_help_and_not_the_game(job: Job) -> None:
    ((game, (told,)), *_) = played(job, "", "nobody")
    assert told.outcome == "no help" and len(game.steps) == 60
    assert "does not hold 'assign: a prey is a decoy; body' by 'nobody'" in told.why[0]


def test_the_last_live_plan_is_what_offline_repeats(job: Job) -> None:
    with pytest.raises(TeacherError, match="no emergency of this task is recorded"):
        recorded_plan(job)
    plan = Plan(model="some-model", rounds=2)
    keep_plan(job, plan)
    assert recorded_plan(job) == plan
    assert folder_of(job) == job.project.root / "taught/emergencies/pursuit"


def test_the_committed_record_is_by_hand_and_repeats() -> None:
    """Nobody is asked: `ldc play pursuit --emergencies --offline` does the same."""
    job = open_job("pursuit", ROOT)
    plan = recorded_plan(job)
    assert plan.model == "by-hand"
    teaching = Teaching(plan=plan, means=Means(), stage="assign", project=ROOT)
    drill = Drill(without=("leave_out",), options=SUDDEN_DECOY)
    with Office(job, teaching) as office:
        games = [*play_games(job, SEEDS, drill, office.seek, Manuals, BM25)]
    for game, (told,) in games:
        assert (told.outcome, told.functions) == ("switched", ("skip_named_prey",))
        assert (told.bill.calls, told.bill.asked_now) == (2, 0)
        assert game.success and told.illegal_in_gap == 0
