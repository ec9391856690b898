"""One stage line: what it offers in a state, and what it refuses, in words."""

import random
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
from annotated_types import Ge, Le, MaxLen

from ldc.author.source import read_folder
from ldc.constrain import StageGrammar, narrow
from ldc.errors import GrammarError
from ldc.ir import Call, Function, Live, Variable
from tests.constrain.conftest import made
from tests.toy import TOY
from tests.toy.state import Ball, Pick, State

ROOT = Path(__file__).parents[2]
FUNCTIONS = read_folder(TOY, ROOT / "tests/toy/base", ROOT)
STATE = (("state", State),)


def of_stage(stage: str) -> tuple[Function, ...]:
    return tuple(f for f in FUNCTIONS if f.stage == stage)


def pick(balls: tuple[int, ...], **names: str) -> StageGrammar:
    return narrow(TOY, "pick", of_stage("pick"), {"balls": balls}, STATE, names)


def offer(parameters: dict[str, Any], live: dict[str, Any] | None = None) -> set[str]:
    """Return all texts of one function, by drawing until no new one comes."""
    grammar = narrow(TOY, "pick", (made("f", parameters),), live or {}, STATE)
    rng = random.Random(0)
    return {grammar.spell(grammar.sample(rng))[3:-2] for _ in range(2000)}


def test_only_the_objects_of_the_state_are_offered() -> None:
    grammar = pick((2, 4))
    assert grammar.accepts(" take_ball(state=state, ball=4)\n")
    assert not grammar.accepts(" take_ball(state=state, ball=3)\n")
    assert not grammar.accepts(" take_ball(state=state, ball=4)")
    assert not grammar.accepts(" take_ball(state=state,ball=4)\n")
    assert not grammar.accepts(" take_ball(ball=4, state=state)\n")


def test_a_function_without_a_value_for_a_parameter_is_left_out() -> None:
    grammar = pick(())
    assert [head.function for head in grammar.heads] == ["take_first"]
    only = tuple(f for f in of_stage("pick") if f.name == "take_ball")
    with pytest.raises(GrammarError, match="none of .'take_ball'. can be called"):
        narrow(TOY, "pick", only, {"balls": ()}, STATE)


def test_a_parameter_named_as_a_variable_takes_that_variable_only() -> None:
    scope = (*STATE, ("pick", Pick))
    grammar = narrow(TOY, "walk", of_stage("walk"), {"balls": (2, 4)}, scope)
    assert grammar.accepts(" stroll(state=state, pick=pick)\n")
    assert not grammar.accepts(" stroll(state=state, pick=2)\n")
    assert offer({"ball": Ball}, {"balls": (2,)}) == {"ball=2"}


def test_a_variable_of_another_type_is_refused() -> None:
    with pytest.raises(GrammarError, match="the variable is another type"):
        narrow(TOY, "pick", (made("f", {"state": int}),), {}, STATE)


def test_the_state_may_go_by_another_parameter_name() -> None:
    assert offer({"here": State}) == {"here=state"}


def test_aliases_stand_in_the_text_and_own_names_in_the_call() -> None:
    grammar = pick((2, 4), take_ball="grab")
    call = Call(
        stage="pick",
        result="pick",
        function="take_ball",
        arguments=(("state", Variable("state")), ("ball", 2)),
    )
    assert grammar.spell(call) == " grab(state=state, ball=2)\n"
    assert grammar.parse(" grab(state=state, ball=2)\n") == call
    assert str(call) == "pick = take_ball(state=state, ball=2)"
    with pytest.raises(GrammarError, match="two functions have one name"):
        pick((2, 4), take_ball="take_first")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (" take_bell(state=state, ball=2)\n", "did you mean 'take_ball'"),
        (" take_ball(state=state, ball=3)\n", "take_ball is called with ball=3"),
        (" take_ball(state=state)\n", r"give exactly \(state, ball\)"),
        (" take_ball(state, ball=2)\n", "'state' is given without its name"),
        (" take_ball(state=pick, ball=2)\n", "state=pick"),
        (" take_ball(**state)\n", "take_ball is called with"),
        (f" take_ball(state=state, ball={'-' * 600}1)\n", "take_ball is called with"),
        (f" take_ball(state=state, ball={'(' * 150}1{')' * 150})\n", "ball=1"),
        (f" take_ball(state=state, ball={'9' * 5000})\n", "is no call"),
        ("take the ball\n", "is no call"),
        ("", "is no call"),
        (" x" * 5000, "is no call"),
    ],
)
def test_a_wrong_text_is_refused_with_the_mend(text: str, says: str) -> None:
    with pytest.raises(GrammarError, match=says):
        pick((2, 4)).parse(text)


def test_sampling_is_uniform_over_functions_then_values() -> None:
    grammar, rng = pick((1, 2, 3)), random.Random(7)
    drawn = [grammar.spell(grammar.sample(rng)) for _ in range(3000)]
    assert abs(drawn.count(" take_first(state=state)\n") - 1500) < 120
    assert abs(drawn.count(" take_ball(state=state, ball=2)\n") - 500) < 90


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        (int, r"Annotated\[int, Ge\(0\), Le\(9\)\]"),
        (Annotated[int, Ge(0)], "no bounds"),
        (float, "MultipleOf"),
        (str, "list the texts"),
        (tuple[bool, ...], "bound its length"),
        (list[int], "cannot be listed"),
        (Annotated[bool, MaxLen(2)], "a length fits a tuple or a str"),
        (Annotated[int, Ge(0), Le(3), print], "no grammar for the limit"),
    ],
)
def test_a_type_without_a_grammar_names_the_parameter(kind: Any, says: str) -> None:
    with pytest.raises(GrammarError, match=says) as caught:
        narrow(TOY, "pick", (made("f", {"size": kind}),), {}, STATE)
    assert caught.value.where == "f.py: parameter 'size'"


def test_an_unknown_live_group_is_refused_by_name() -> None:
    kind = Annotated[int, Ge(0), Le(3), Live("bals")]
    with pytest.raises(GrammarError, match="did you mean 'balls'"):
        narrow(TOY, "pick", (made("f", {"ball": kind}),), {"balls": (1,)}, STATE)


def test_live_objects_out_of_bounds_or_of_another_type_are_not_offered() -> None:
    assert offer({"ball": Ball}, {"balls": (0, 1, 2.0, True, 9)}) == {"ball=1"}
    word = Annotated[Literal["a", "b"], Live("rooms")]
    assert offer({"room": word}, {"rooms": ("b", "c")}) == {"room='b'"}
