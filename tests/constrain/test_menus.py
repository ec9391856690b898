"""What was made for other objects is used again, and changes nothing."""

import random
from functools import partial
from typing import Annotated

import pytest

from ldc.constrain import narrow
from ldc.constrain.menus import PARTS
from ldc.constrain.narrow import MENUS, NARROWED
from ldc.constrain.productions import Head
from ldc.constrain.recent import Recent
from ldc.errors import GrammarError
from ldc.ir import Function, Live
from tests.constrain.cases import CASES
from tests.constrain.conftest import made
from tests.constrain.kinds import Ball, Spot, State
from tests.constrain.listing import Objects
from tests.constrain.oracle import Case
from tests.toy import TOY

EITHER = Ball | Annotated[Spot, Live("spots")]
SPOTS = {"spots": (Spot(1),)}


def forget() -> None:
    """Drop all that was made."""
    for memory in (NARROWED, MENUS, PARTS):
        memory.clear()


def offered(case: Case, live: Objects) -> tuple[Head, ...] | str:
    try:
        return narrow(TOY, "pick", case.functions, live, case.scope).heads
    except GrammarError as error:
        return str(error)


@pytest.mark.parametrize("name", CASES)
def test_a_menu_met_before_offers_what_a_new_one_does(name: str) -> None:
    rng = random.Random(6)
    sets = [tuple(rng.sample(range(1, 6), rng.randint(0, 4))) for _ in range(12)]
    forget()
    kept = {balls: offered(CASES[name], {"balls": balls}) for balls in sets}
    for balls in sets:
        forget()
        assert offered(CASES[name], {"balls": balls}) == kept[balls]


def ball_or_spot(live: Objects, *functions: Function) -> set[str]:
    """Return what a state offers for a parameter that is a ball or a spot."""
    grammar = narrow(TOY, "pick", functions, live, (("state", State),))
    rng = random.Random(0)
    return {grammar.spell(grammar.sample(rng)) for _ in range(50)}


def test_a_group_that_was_missing_is_seen_when_it_comes() -> None:
    one = made("f", {"a": EITHER})
    for _ in range(2):
        with pytest.raises(GrammarError, match="no live group 'spots'"):
            ball_or_spot({"balls": (1,)}, one)
        assert ball_or_spot({"balls": (1,), **SPOTS}, one) == {
            " f(a=1)\n",
            " f(a=Spot(x=1))\n",
        }
        assert ball_or_spot({"balls": (2,), "spots": ()}, one) == {" f(a=2)\n"}
        with pytest.raises(GrammarError, match="no live group 'balls'"):
            ball_or_spot(SPOTS, one)


def test_functions_share_a_parameter_and_errors_name_their_own() -> None:
    bad, good = made("bad", {"a": EITHER}), made("good", {"a": EITHER})
    assert len(ball_or_spot({"balls": (1,), **SPOTS}, bad, good)) == 4
    for one in (bad, good):
        with pytest.raises(GrammarError) as caught:
            ball_or_spot({"balls": (1,)}, one)
        assert caught.value.where == f"{one.path}: parameter 'a'"


def test_what_was_not_used_for_longest_makes_room() -> None:
    memory = Recent(2)
    made_now: list[int] = []
    for key in (1, 2, 1, 3, 1, 2):
        memory.find(key, None, partial(made_now.append, key))
    assert made_now == [1, 2, 3, 2]
