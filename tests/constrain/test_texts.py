"""Texts against an independent type checker: valid ones, mutants, random types."""

import random
from typing import Annotated, Any, Literal, Optional

import annotated_types as at
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from ldc.constrain import StageGrammar, narrow
from ldc.constrain.digits import digit_patterns
from ldc.constrain.token_mask import engine_of
from ldc.ir import Pattern
from tests.constrain.cases import CASES, case
from tests.constrain.conftest import Given
from tests.constrain.kinds import Colour, Route, Spot
from tests.constrain.oracle import Case
from tests.toy import TOY
from tests.toy.state import Ball, Pick, State

pytestmark = [  # of mutants
    pytest.mark.filterwarnings("ignore::SyntaxWarning"),
    pytest.mark.filterwarnings("ignore:invalid escape"),
]

LARGE = case(
    {
        "go": {"to": tuple[Annotated[int, at.Ge(-40000), at.Le(70000)], Ball]},
        "go_on": {
            "state": State,
            "by": Annotated[tuple[Ball, ...], at.MaxLen(9)],
            "say": Literal["up", "it's", "a\\b", ""] | None,
        },
        "wait": {"n": Annotated[int, at.Ge(-5), at.Lt(10**9)], "pick": Pick},
        "tell": {
            "word": Annotated[str, Pattern("[a-c'\"]*"), at.MaxLen(9)],
            "spot": Given(Spot | None, Spot(1)),
            "far": Given(
                Annotated[float, at.Ge(0), at.Le(99), at.MultipleOf(0.01)], 0.5
            ),
        },
        "drive": {"route": Given(Route, Route(Spot(0))), "b": bool},
    },
    1,
    3,
    4,
)
"""Too many calls to list."""


def grammar_of(case: Case) -> StageGrammar:
    return narrow(TOY, "pick", case.functions, case.live, case.scope)


def engine_takes(engine: Any, text: str) -> bool:
    """Return whether the byte engine reads a text as a whole."""
    copy, ids = engine.deep_copy(), list(text.encode())
    return bool(copy.try_consume_tokens(ids) == len(ids) and copy.is_accepting())


def mutant(text: str, others: list[str], rng: random.Random) -> str:
    """Return the text after one or two small edits."""
    for _ in range(rng.randint(1, 2)):
        i, other = rng.randrange(len(text)), rng.choice(others)
        letter = rng.choice("0123456789-+,() '\"_=.\\snpub\n" + other)
        match rng.randrange(4):
            case 0:
                text = text[:i] + text[i + 1 :]
            case 1:
                text = text[:i] + letter + text[i:]
            case 2:
                text = text[:i] + letter + text[i + 1 :]
            case 3:
                cut = other.find(",", rng.randrange(len(other)))
                text = text[: text.find(",")] + other[cut:] if cut > 0 else text
        text = text or " "
    return text


def test_engine_parser_and_checker_agree_on_texts_and_mutants() -> None:
    from llguidance import LLTokenizer

    rng, grammar = random.Random(13), grammar_of(LARGE)
    engine = engine_of(grammar.lark(), LLTokenizer("byte"))
    valid = [grammar.spell(grammar.sample(rng)) for _ in range(300)]
    mutants = [mutant(rng.choice(valid), valid, rng) for _ in range(3000)]
    for text in valid + mutants:
        verdict = LARGE.typed(text)
        assert grammar.accepts(text) is verdict, text
        assert engine_takes(engine, text) is verdict, text
    taken = sum(map(LARGE.typed, mutants))
    assert all(map(LARGE.typed, valid)) and 100 < taken < 2000


@pytest.mark.parametrize(
    "name",
    [
        "toy",
        "signed",
        "literals",
        "tuple",
        "row",
        "letters left out",
        "records",
        "left out",
    ],
)
def test_the_two_oracles_agree(name: str) -> None:
    texts, rng = CASES[name].texts(), random.Random(17)
    listing = sorted(texts)
    tried = [mutant(rng.choice(listing), listing, rng) for _ in range(500)]
    for text in [*listing[:200], *tried]:
        assert CASES[name].typed(text) is (text in texts), text


def test_free_spelling_is_parsed_but_not_accepted() -> None:
    grammar = grammar_of(LARGE)
    text = 'go_on( state=state, by=(1,3), say = "up")'
    assert grammar.spell(grammar.parse(text)) == (
        " go_on(state=state, by=(1, 3), say='up')\n"
    )
    assert not grammar.accepts(text)


def bounded(low: int, width: int) -> Any:
    return Annotated[int, at.Ge(low), at.Le(low + width)]


WORD = Annotated[str, Pattern("[a-f'\"]{0,5}")]

SCALARS = some.one_of(
    some.sampled_from([bool, Colour, Ball, None, Spot, Route, WORD]),
    some.builds(bounded, some.integers(-120, 90), some.integers(0, 300)),
    some.lists(
        some.sampled_from([0, 1, -1, True, None, "a", "'", '"', "1"]), min_size=1
    )
    .map(tuple)
    .map(lambda values: of(Literal, values)),
)


def of(form: Any, parts: Any) -> Any:
    """Return `form[parts]`, made from values that no type checker sees."""
    return form[parts]


def rows(kind: Any, most: int) -> Any:
    return of(Annotated, (of(tuple, (kind, ...)), at.MaxLen(most)))


KINDS = some.recursive(
    SCALARS,
    lambda inner: some.one_of(
        inner.map(lambda kind: of(Optional, kind)),
        some.lists(inner, max_size=2).map(lambda kinds: of(tuple, tuple(kinds))),
        some.builds(rows, inner, some.integers(0, 2)),
    ),
    max_leaves=3,
)


@given(kinds=some.lists(KINDS, min_size=1, max_size=2), seed=some.integers(0, 99))
@settings(max_examples=60, derandomize=True, database=None, deadline=None)
def test_whatever_the_types_all_draws_are_typed_and_taken(
    kinds: list[Any], seed: int
) -> None:
    from llguidance import LLTokenizer

    here = case({"f": dict(zip("ab", kinds, strict=False)), "g": {}}, 2, 3)
    grammar, rng = grammar_of(here), random.Random(seed)
    engine = engine_of(grammar.lark(), LLTokenizer("byte"))
    for _ in range(20):
        call = grammar.sample(rng)
        text = grammar.spell(call)
        assert engine_takes(engine, text)
        assert grammar.parse(text) == call


@given(low=some.integers(-2000, 2000), width=some.integers(0, 3000))
@settings(max_examples=60, derandomize=True, database=None, deadline=None)
def test_digit_patterns_spell_each_number_once(low: int, width: int) -> None:
    import re

    patterns = [re.compile(p.regex()) for p in digit_patterns(low, low + width)]
    for number in range(low - 30, low + width + 31):
        hits = sum(bool(p.fullmatch(str(number))) for p in patterns)
        assert hits == (low <= number <= low + width), number
    assert not any(p.fullmatch(odd) for p in patterns for odd in ("-0", "00", "", "-"))
