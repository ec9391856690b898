"""Fuel ends what does not end, deterministically; marks say where control went."""

import ast

import pytest

from ldc.author.source import read_properties
from ldc.ir import Function
from ldc.jail import Lab, Raised, Returned
from ldc.jail.weave import FUEL, weave
from tests.check.toys import BRACE, changed, with_body
from tests.toy import TOY
from tests.toy.state import State

HERE = {"state": State(balls=(2, 4), wind=3, sign="red"), "pick": 4, "steps": 2}


def lab(function: Function) -> Lab:
    return Lab(TOY, (function, *read_properties(function, task=TOY)))


ENDLESS = {
    "a loop": "x = 1\nwhile x:\n    x = x + 1\nreturn ()",
    "a recursion": "def f(x: int) -> int:\n    return f(x + 1)\nreturn (f(1),)",
    "a comprehension": "from itertools import count\nreturn tuple(x for x in count())",
    "a lambda": "from itertools import count\nf = lambda x: x\n"
    "return tuple(map(f, count()))",
    "one that catches": "x = 1\nwhile x:\n    try:\n        x += 1\n"
    "    except ValueError:\n        pass\nreturn ()",
    "a generator": "def f():\n    x = 1\n    while x:\n        yield x\n"
    "return tuple(f())",
}


@pytest.mark.parametrize("body", ENDLESS.values(), ids=ENDLESS)
def test_what_does_not_end_runs_out_of_fuel(body: str) -> None:
    with lab(with_body(body)) as jail:
        (outcome,) = jail.batch("brace", [HERE])
        if "recursion" not in body and "f(x + 1)" in body:
            assert isinstance(outcome, Raised)
            assert "RecursionError" in outcome.what
            return
        assert outcome == Raised("late", f"it takes more than {FUEL} steps")


def test_the_same_work_takes_the_same_fuel() -> None:
    body = "total = 0\nfor ball in state.balls:\n    total += ball\nreturn (pick,)"
    steps = []
    for _ in range(2):
        with lab(with_body(body)) as jail:
            assert jail.batch("brace", [HERE]) == [Returned((4,))]
            steps.append(jail.measure().most)
    assert steps == [3, 3]  # the call, and a round for each of two balls


def test_branches_are_known_by_where_control_went() -> None:
    body = (
        "if state.wind > 5:\n    return ()\n"
        "for ball in state.balls:\n    if ball == 9:\n        break\n"
        "return (pick,) * steps if steps else ()"
    )
    with lab(with_body(body)) as jail:
        jail.batch("brace", [HERE])
        measure = jail.measure()
    missed = [w for i, w in enumerate(measure.ways) if i not in measure.reached]
    first = BRACE.source.split("\n").index("    return (pick,) * steps") + 1
    assert [(way.line - first, way.what) for way in missed] == [
        (0, "`if` is never true"),
        (3, "`if` is never true"),
        (5, "`if` is never false"),
    ]


def test_a_branch_that_says_it_cannot_be_taken_is_no_branch() -> None:
    text = (
        "def f(x: int) -> int:\n    match x:\n        case 1:\n            return 1\n"
        "        case _:\n            assert_never(x)\n"
        "    raise AssertionError\n"
    )
    assert [way.what for way in weave(ast.parse(text), unmarked="always_")] == [
        "`f` is never called",
        "`case` never fits",
    ]


def test_properties_have_no_branches_of_the_function() -> None:
    tree = ast.parse("def always_so(x: int) -> bool:\n    return True if x else False")
    assert weave(tree, unmarked="always_") == ()


def test_a_doctest_runs_on_fuel_too() -> None:
    with lab(with_body("x = 1\nwhile x:\n    x += 1\nreturn ()")) as jail:
        call = 'brace(State(balls=(2,), wind=0, sign=""), 2, 2)'
        outcome = jail.show("brace", call)
        assert isinstance(outcome, Raised)
        assert outcome.fault in ("late", "raised")
        assert "steps" in outcome.what


def test_a_method_runs_on_fuel_too() -> None:
    way = "class Way:\n    def on(self) -> int:\n        x = 1\n        while x:\n"
    way += "            x += 1\n        return x\n\n\ndef brace"
    endless = changed(("def brace", way), ("(pick,) * steps", "(Way().on(),)"))
    with lab(endless) as jail:
        (outcome,) = jail.batch("brace", [HERE])
        assert outcome == Raised("late", f"it takes more than {FUEL} steps")
