"""The options of `ldc play --emergencies`: what cannot be meant is said before play."""

import pytest

from ldc.cli.emergency import as_line, drill_of
from ldc.play.recovery import Bill, Recovery
from tests.test_cli import blamed


def test_the_environment_s_options_are_json_or_words() -> None:
    drill = drill_of("paper", "a,b", 3, ["sudden=true", 'kinds=["fog"]', "render=svg"])
    assert (drill.paper, drill.without, drill.gap) == (True, ("a", "b"), 3)
    assert drill.options == {"sudden": True, "kinds": ["fog"], "render": "svg"}


@pytest.mark.parametrize(
    ("options", "what"),
    [
        (["--without", "leave_out"], "add --emergencies"),
        (["--emergencies", "--batch", "2"], "does not go with --batch"),
        (["--emergencies", "--without", "leave_ot"], "did you mean 'leave_out'"),
        (["--emergencies", "--offline", "--ask-stage", "mov"], "did you mean 'move'"),
        (["--emergencies", "--env", "sudden"], "is not NAME=VALUE"),
        (["--emergencies", "--teacher-url", "http://x/v1"], "no model is named"),
    ],
)
def test_what_cannot_be_meant_is_said(options: list[str], what: str) -> None:
    assert what in blamed("play", "pursuit", *options)


def test_an_emergency_is_told_in_a_line_and_its_faults_below() -> None:
    known = Recovery(
        news="hunter 2 has broken down",
        condition="a hunter has broken down",
        announced=5,
        outcome="known",
        functions=("rescue",),
    )
    assert as_line(known) == (
        "  step 5: hunter 2 has broken down: known, rescue is for it; nobody was asked"
    )
    bill = Bill(calls=3, asked_now=1, read=300, written=60, teacher_seconds=7.2)
    failed = Recovery(
        news="prey 1 is a decoy",
        condition="a prey is a decoy",
        announced=4,
        outcome="no help",
        why=("assign: it does not hold\n  mend: correct it",),
        bill=bill,
    )
    assert as_line(failed) == (
        "  step 4: prey 1 is a decoy: no help; 0 illegal moves in the gap; "
        "3 calls (1 now), 7 s of the teacher, 0 s of checks, "
        "300 tokens read, 60 written, 0.0 dollars\n"
        "    assign: it does not hold"
    )
