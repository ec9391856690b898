"""A hand-written player: knows what the bulletin means, chooses the functions."""

from typing import Any

from ldc.ir import Call, Results, Variable
from ldc.tasks.pursuit.facts import way_is_clear
from ldc.tasks.pursuit.notices import SILENCE, Notice
from ldc.tasks.pursuit.state import State

RESULT = {"assign": "targets", "route": "routes", "move": "moves"}
READS = {"assign": (), "route": ("targets",), "move": ("routes",)}

ANSWERS: dict[tuple[str, str], tuple[str, str]] = {
    ("assign", "decoy"): ("leave_out", "prey"),
    ("assign", "leaver"): ("go_first", "prey"),
    ("assign", "fog"): ("split_up", ""),
    ("assign", "noise"): ("pick_off", ""),
    ("route", "fog"): ("head_on", ""),
    ("route", "noise"): ("head_on", ""),
    ("route", "shy"): ("pincer", ""),
    ("route", "broken"): ("rescue", "hunter"),
    ("route", "curious"): ("stand_by", ""),
    ("move", "noise"): ("take_turns", ""),
    ("move", "curious"): ("lie_in_wait", ""),
    ("move", "tired"): ("pace", "hunter"),
}
"""(stage, kind of notice) -> the function it calls for, and the argument it names."""


def expert(state: State, stage: str, results: Results, hint: Any) -> Call:
    """Return the right call; `hint` is the notice in force, or None to go without."""
    notice: Notice = hint or SILENCE
    if (stage, notice.kind) in ANSWERS:
        function, about = ANSWERS[stage, notice.kind]
    elif stage == "move":
        clear = way_is_clear(state, results["routes"])
        function, about = ("run" if clear else "step_around"), ""
    else:
        function, about = {"assign": "gang_up", "route": "surround"}[stage], ""
    arguments: list[tuple[str, Any]] = [
        (name, Variable(name)) for name in ("state", *READS[stage])
    ]
    if about:
        arguments.append((about, notice.who))
    return Call(
        stage=stage,
        result=RESULT[stage],
        function=function,
        arguments=tuple(arguments),
    )
