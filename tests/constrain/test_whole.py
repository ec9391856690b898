"""The grammar of a whole task: one readable text, checked at its border."""

import dataclasses
from pathlib import Path

import pytest

from ldc.author.source import read_folder
from ldc.constrain import compile_grammar, verify, whole
from ldc.errors import GrammarError
from ldc.ir import FunctionBase, Grammar
from tests.constrain.cases import CASES
from tests.toy import TOY

ROOT = Path(__file__).parents[2]
BASE = FunctionBase(
    task="toy",
    functions=read_folder(TOY, ROOT / "tests/toy/base", ROOT),
    digest="4f1c9a",
)

TEXT = """\
// Made by `ldc constrain toy` from 4 functions (base 4f1c9a).
// Do not edit: edit the functions.

start: pick path

// stage pick: a ball
pick: "pick =" pick_call "\\n"
pick_call: take_ball | take_first

take_ball: " take_ball(state=state, ball=" ball ")"

// Ball: int >= 1, <= 5, one of the balls that are present
ball: "1" | "2" | "3" | "4" | "5"

take_first: " take_first(state=state)"

// stage walk: how to walk
path: "path =" path_call "\\n"
path_call: brace | stroll

brace: " brace(state=state, pick=pick, steps=" brace_steps ")"

// int >= 1, <= 3
brace_steps: "1" | "2" | "3"

stroll: " stroll(state=state, pick=pick)"
"""


def test_the_text_is_for_people_and_for_the_engine() -> None:
    grammar = compile_grammar(TOY, BASE)
    assert grammar == Grammar(task="toy", text=TEXT, base_digest="4f1c9a")
    assert verify(TOY, BASE) == 3 * 8 + 4 * 8 + 5 * 8 + 4 * 8


@pytest.mark.parametrize("name", [n for n in CASES if "variables" not in n])
def test_every_kind_of_type_passes_the_border(name: str) -> None:
    task = dataclasses.replace(TOY, stages=TOY.stages[:1])
    early = tuple(f for f in CASES[name].functions if f.name != "stroll")
    base = FunctionBase(task="toy", functions=early, digest=name)
    assert verify(task, base, samples=2) > 0


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        ('" | "5"', '"', "it refuses the valid"),
        ('ball: "1"', 'ball: "0" | "1"', "it accepts the invalid"),
        ("take_first(state=state)", "take_firstx(state=state)", "it refuses the valid"),
        ("pick_call: take_ball |", "pick_call:", "it refuses the valid"),
    ],
)
def test_a_planted_bug_does_not_pass_the_border(
    right: str, wrong: str, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert right in TEXT
    planted = Grammar(task="toy", text=TEXT.replace(right, wrong), base_digest="")
    monkeypatch.setattr(whole, "compile_grammar", lambda task, base: planted)
    with pytest.raises(GrammarError, match=says):
        verify(TOY, BASE)


def test_a_stage_without_functions_is_refused() -> None:
    picks = tuple(f for f in BASE.functions if f.stage == "pick")
    with pytest.raises(GrammarError, match="toy/walk"):
        compile_grammar(TOY, FunctionBase(task="toy", functions=picks, digest=""))
