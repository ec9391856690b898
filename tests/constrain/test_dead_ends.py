"""From wherever a mask leads a call can be finished; one that cannot is not offered."""

import random
from collections.abc import Iterator
from typing import Annotated, Any

import pytest
from annotated_types import Ge, Le, Len, MaxLen, MinLen

from ldc.constrain import Matcher, Tokens, narrow
from ldc.constrain.productions import NOTHING, count
from ldc.errors import GrammarError
from ldc.ir import Live, Pattern
from tests.constrain.cases import CASES
from tests.constrain.conftest import Given, made
from tests.constrain.kinds import Ball, Colour, Held, Nobody, Pair, Spot, State
from tests.toy import TOY

LONGEST = 80
"""Tokens of the longest call of any case."""


EMPTY: dict[str, Any] = {
    "live": Ball,
    "enum": Nobody,
    "union": Ball | Nobody,
    "tuple": tuple[bool, Ball],
    "row": Annotated[tuple[Ball, ...], MinLen(1), MaxLen(3)],
    "rows": Annotated[tuple[tuple[bool, Nobody], ...], Len(2, 2)],
    "record": Pair,
    "held": Held,
    "nested": tuple[Held, Spot],
    "crossed bounds": Annotated[int, Ge(5), Le(4)],
    "crossed lengths": Annotated[tuple[bool, ...], MinLen(3), MaxLen(2)],
    "text": Annotated[str, Pattern("[a-z]{5}"), MaxLen(4)],
    "texts": Annotated[str, MinLen(3), MaxLen(2)],
    "live record": Annotated[Spot, Live("spots")],
}

FULL: dict[str, Any] = {
    "union": Ball | bool,
    "record or": Held | Colour,
    "row": Annotated[tuple[Ball, ...], MaxLen(3)],
    "rows": Annotated[tuple[Held, ...], MaxLen(2)],
    "default": Given(Ball, 3),
    "default record": Given(Held | None, None),
}

LIVE: dict[str, tuple[Any, ...]] = {"balls": (), "spots": ()}
SCOPE = (("state", State),)


@pytest.mark.parametrize("name", EMPTY)
def test_a_function_that_cannot_be_called_now_is_left_out(name: str) -> None:
    able, unable = made("g", {"state": State}), made("f", {"a": bool, "b": EMPTY[name]})
    grammar = narrow(TOY, "pick", (unable, able), LIVE, SCOPE)
    assert [head.function for head in grammar.heads] == ["g"]
    with pytest.raises(GrammarError, match="none of .'f'. can be called"):
        narrow(TOY, "pick", (unable,), LIVE, SCOPE)


@pytest.mark.parametrize("name", FULL)
def test_a_function_with_one_way_left_is_kept(name: str, tokens: Tokens) -> None:
    grammar = narrow(TOY, "pick", (made("f", {"a": FULL[name]}),), LIVE, SCOPE)
    assert finished(grammar.matcher(tokens), random.Random(0))


@pytest.mark.parametrize("name", CASES)
def test_no_token_leads_to_a_dead_end(name: str, tokens: Tokens) -> None:
    case, rng = CASES[name], random.Random(11)
    grammar = narrow(TOY, "pick", case.functions, case.live, case.scope)
    start = grammar.matcher(tokens)
    for _ in range(15):
        assert finished(start.copy(), rng)
    for matcher in crossroads(start, rng):
        for token in matcher.allowed().tolist()[:40]:
            after = matcher.copy()
            after.consume([token])
            assert finished(after, rng), f"{token} is a dead end"


def crossroads(start: Matcher, rng: random.Random) -> Iterator[Matcher]:
    """Give each place of one random walk where there is a choice."""
    matcher = start.copy()
    while not matcher.finished():
        allowed = matcher.allowed().tolist()
        if len(allowed) > 1:
            yield matcher.copy()
        matcher.consume([rng.choice(allowed)])


def finished(matcher: Matcher, rng: random.Random) -> bool:
    """Walk at random; return whether a whole call came out within the bound."""
    for _ in range(LONGEST):
        if matcher.finished():
            return True
        matcher.consume([rng.choice(matcher.allowed().tolist())])
    return matcher.finished()


def test_no_production_holds_one_without_values() -> None:
    for case in CASES.values():
        grammar = narrow(TOY, "pick", case.functions, case.live, case.scope)
        for head in grammar.heads:
            for slot in head.slots:
                assert count(slot.production) or slot.default.texts
                assert slot.production == NOTHING or count(slot.production)
