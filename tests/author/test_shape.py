"""A teacher's code becomes a file of our shape, and every change is told."""

import random

import pytest

from ldc.author.asks import Ask, asks_of, condition_of
from ldc.author.draft import Draft
from ldc.author.parse import code_in, parted
from ldc.author.primer import primer, sayings
from ldc.author.shape import Unshaped, shaped
from ldc.author.source import read_function
from ldc.errors import SourceError
from ldc.tasks.pursuit import TASK as PURSUIT
from tests.listing import ROOT
from tests.toy import TOY

PICK = Ask(
    stage=TOY.stages[0],
    condition="the sign is red",
    parameters=(("state", "State"),),
    returns="Pick",
    member="",
    places=0,
)
WALK = Ask(
    stage=TOY.stages[1],
    condition="the air is calm",
    parameters=(("state", "State"), ("pick", "Pick")),
    returns="Path",
    member="",
    places=0,
)
ASSIGN = Ask(
    stage=PURSUIT.stages[0],
    condition="a prey is a decoy",
    parameters=(("state", "State"), ("prey", "Prey")),
    returns="Targets",
    member="Prey",
    places=3,
)


def made(code: str, ask: Ask = PICK, taken: tuple[str, ...] = ()) -> Draft:
    """Return the draft of a code."""
    task = PURSUIT if ask is ASSIGN else TOY
    return shaped(code, ask, task, sayings(task), taken)


GOOD = '''
def take_last(state: State) -> Pick:
    """Take the last ball."""
    return state.balls[-1]


def always_there(state: State) -> bool:
    return take_last(state) in state.balls
'''

WHOLE = '''from tests.toy.state import Pick, State


def take_last(state: State) -> Pick:
    """Take the last ball.

    Use it when the sign is red.

    Args:
        state: What the robot sees.

    Returns:
        The ball to fetch.
    """
    return state.balls[-1]


# What must hold for every state.


def always_there(state: State) -> bool:
    return take_last(state) in state.balls
'''


def test_the_frame_is_ours_and_the_idea_is_the_teachers() -> None:
    draft = made(GOOD)
    assert draft.source() == WHOLE
    assert draft.changes == (
        "added the import of Pick",
        "added the import of State",
    )
    function = read_function(
        draft.source(), task=TOY, stage="pick", path="base/toy/pick/take_last.py"
    )
    assert function.condition == "the sign is red"


def test_a_row_of_like_parts_is_put_together() -> None:
    draft = made(
        """
def chase(state: State, prey: Prey, place: int) -> Prey:
    left = [p for p in at_large(state) if p != prey] or [prey]
    return left[place % len(left)]

def always_known(state: State, prey: Prey, place: int, answer: Prey) -> bool:
    return answer in at_large(state)
""",
        ASSIGN,
    )
    source = draft.source()
    assert "def _target(state: State, prey: Prey, place: int) -> Prey:" in source
    assert "def chase(state: State, prey: Prey) -> Targets:" in source
    assert (
        "return _target(state, prey, 0), _target(state, prey, 1), "
        "_target(state, prey, 2)" in source
    )
    assert "def _known(state: State, answer: Prey) -> bool:" in source
    assert "all(_known(state, answer) for answer in chase(state, prey))" in source


def test_what_is_the_same_at_every_place_is_asked_for_once() -> None:
    code = "def chase(state, prey, place):\n    return at_large(state)[0]\n"
    draft = made(code, ASSIGN)
    assert "    part = _target(state)\n    return part, part, part\n" in draft.source()
    assert "def chase(state: State) -> Targets:" in draft.source()


def test_a_whole_row_is_left_as_it_is() -> None:
    code = "def chase(state, prey):\n    return prey, prey, prey\n"
    assert "    return prey, prey, prey\n" in made(code, ASSIGN).source()


CHANGES = {
    "a wrong name": (
        GOOD.replace("take_last", "State"),
        "named State sign_red",
    ),
    "a taken name": (GOOD.replace("take_last", "taken"), "named taken sign_red"),
    "a wrong head": (
        GOOD.replace("(state: State) -> Pick", "(state)"),
        None,
    ),
    "other parameters": (
        GOOD.replace("def take_last(state: State)", "def take_last(state, n=1)"),
        "wrote the head (state: State)",
    ),
    "no docstring": (
        GOOD.replace('    """Take the last ball."""\n', ""),
        "wrote the summary",
    ),
    "a missing import": (
        GOOD.replace("state.balls[-1]", "max(chain(state.balls))"),
        "added the import of chain",
    ),
    "a call at the margin": (f"{GOOD}\nprint(take_last(None))\n", "left out 'print("),
    "a class": (f"{GOOD}\nclass A:\n    pass\n", "left out 'class A:'"),
    "a helper": (
        GOOD.replace("state.balls[-1]", "last(state)")
        + "\ndef last(state: State) -> Pick:\n    return state.balls[-1]\n",
        "named the helper last _last",
    ),
    "an idle helper": (
        f"{GOOD}\ndef spare(state: State) -> Pick:\n    return 1\n",
        "left out spare, which nothing calls",
    ),
    "a second version": (GOOD + GOOD, "took the last of several take_last"),
}


@pytest.mark.parametrize(("code", "change"), CHANGES.values(), ids=CHANGES)
def test_a_change_is_made_and_told(code: str, change: str | None) -> None:
    draft = made(code, taken=("taken",))
    if change:
        assert any(told.startswith(change) for told in draft.changes)
    source = draft.source()
    read_function(source, task=TOY, stage="pick", path=f"base/toy/pick/{draft.name}.py")
    assert "def last" not in source and "print" not in source


def test_a_property_of_the_answer_calls_the_function() -> None:
    code = """
def pass_by(state: State, pick: Pick) -> Path:
    return (pick,)

def always_ends(state: State, pick: Pick, answer: Path) -> bool:
    return answer[-1] == pick
"""
    assert (
        "    answer = pass_by(state, pick)\n    return answer[-1] == pick"
        in made(code, WALK).source()
    )


def test_an_answer_is_bound_where_the_property_calls_the_function_too() -> None:
    code = GOOD.replace(
        "(state: State) -> bool", "(state: State, answer: Ball) -> bool"
    )
    source = made(code.replace("in state.balls", "== answer")).source()
    assert (
        "    answer = take_last(state)\n    return take_last(state) == answer" in source
    )


def test_what_the_code_does_not_say_the_idea_does() -> None:
    code = GOOD.replace('    """Take the last ball."""\n', "")
    told = sayings(TOY)
    draft = shaped(code, PICK, TOY, told, (), "Grab the last one.")
    assert draft.summary == "Grab the last one."
    assert "wrote the summary" not in draft.changes


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("", "no function"),
        ("x = 1\n", "no function"),
        ("def always_true(state):\n    return True\n", "no function"),
        ("def _hidden(state):\n    return 1\n", "no function"),
        ("def pick_one(state):\n    ...\n", "no body"),
        ('def pick_one(state):\n    """Only words."""\n', "no body"),
        ("def pick_one(state): pass\n", "no body"),
    ],
)
def test_nothing_can_be_made_of_nothing(code: str, why: str) -> None:
    with pytest.raises(Unshaped, match=why):
        made(code)


def test_a_comment_at_the_margin_of_a_body_is_no_fault() -> None:
    code = "def chase(state, prey):\n# at the margin\n    return prey, prey, prey\n"
    assert "    return prey, prey, prey\n" in made(code, ASSIGN).source()


def test_nothing_of_a_reply_is_executed(tmp_path: object) -> None:
    code = "import os\nos.abort()\n" + GOOD.replace("state.balls[-1]", "os.abort()")
    draft = made(code)
    assert "left out 'os.abort()'" in draft.changes


def test_asks_are_the_facts_of_each_stage() -> None:
    told = [
        ("pick", "the sign is red; no news", False),
        ("pick", "there is no sign; no news", True),
        ("walk", "the air is calm; no news", False),
    ]
    asks = asks_of(TOY, told)
    assert [str(ask) for ask in asks] == [
        "pick: the sign is red",
        "pick: there is no sign",
        "walk: the air is calm",
    ]
    assert asks[2].parameters == (("state", "State"), ("pick", "Ball"))


def test_a_condition_names_nobody() -> None:
    words = PURSUIT.wordings
    assert condition_of("prey 2 is a decoy", words) == "a prey is a decoy"
    assert condition_of("fog hides you in the north half", words) == "fog hides you"
    assert condition_of("the way is clear", words) == "the way is clear"


def test_a_primer_has_every_public_word_and_no_body() -> None:
    page = primer(PURSUIT)
    assert "def gap(a: Cell, b: Cell) -> int: ..." in page
    assert "_walk" not in page and "lru_cache" not in page and "deque" not in page
    assert "loose: tuple[bool, bool, bool]  # Which prey are still at large." in page


CORPUS = sorted((ROOT / "tests" / "check").glob("*/walk/*.py"))


def test_no_reply_breaks_the_shaper() -> None:
    outcomes = set()
    coin = random.Random(0)
    for file in CORPUS[::3]:
        whole = file.read_text("utf-8", errors="replace")
        for reply in (
            whole,
            f"Here:\n```python\n{whole[: coin.randrange(len(whole))]}",
        ):
            try:
                code = code_in(reply).code
                body, check = parted(code)
                draft = made(f"{body}\n\n{check or parted(GOOD)[1]}", WALK)
                read_function(
                    draft.source(),
                    task=TOY,
                    stage="walk",
                    path=f"base/toy/walk/{draft.name}.py",
                )
                outcomes.add("shaped")
            except (Unshaped, SourceError) as error:
                outcomes.add(type(error).__name__)
    assert outcomes >= {"shaped", "Unshaped"}
