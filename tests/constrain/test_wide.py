"""Values too many to list: numbers by brute force, texts by what `repr` writes."""

import ast
import random
import re
from typing import Annotated, Any

import pytest
from annotated_types import Ge, Gt, Le, Lt, MaxLen, MultipleOf
from hypothesis import given, settings
from hypothesis import strategies as some

from ldc.constrain import Tokens, narrow, walk
from ldc.constrain.annotations import production_of
from ldc.constrain.digits import decimal_patterns, digit_patterns, endings
from ldc.constrain.productions import Decimals, Range, Text, count, holds, nth
from ldc.constrain.token_mask import engine_of
from ldc.ir import Pattern, spell
from tests.constrain.conftest import made
from tests.toy import TOY
from tests.toy.state import State


def engine_for(kind: Any) -> Any:
    """Return the byte engine of ` f(x=...)`."""
    from llguidance import LLTokenizer

    grammar = narrow(TOY, "pick", (made("f", {"x": kind}),), {}, (("state", State),))
    return engine_of(grammar.lark(), LLTokenizer("byte"))


def takes(engine: Any, word: str) -> bool:
    ids, copy = list(f" f(x={word})\n".encode()), engine.deep_copy()
    return bool(copy.try_consume_tokens(ids) == len(ids) and copy.is_accepting())


@given(
    low=some.integers(-3000, 3000),
    width=some.integers(0, 500),
    step=some.sampled_from([1, 2, 4, 5, 8, 10, 25, 125, 500]),
    places=some.integers(1, 4),
)
@settings(max_examples=25, derandomize=True, database=None, deadline=None)
def test_decimal_patterns_spell_each_number_once_as_repr_does(
    low: int, width: int, step: int, places: int
) -> None:
    found = decimal_patterns(low, low + width, step, places)
    patterns = [re.compile(pattern.regex()) for pattern in found]
    whole = [re.compile(p.regex()) for p in digit_patterns(low, low + width, step)]
    for units in range(low - 30, low + width + 31):
        within = low <= units <= low + width and units % step == 0
        word = repr(units / 10**places)
        assert sum(bool(p.fullmatch(word)) for p in patterns) == within, word
        assert sum(bool(p.fullmatch(str(units))) for p in whole) == within, units
    odd = ("-0.0", "0", "1", ".5", "5.", "00.5", "0.50", "1e-05", "-0", "1.00", "+1.0")
    assert not any(p.fullmatch(word) for p in patterns for word in odd)


def test_only_steps_whose_multiples_end_alike_have_endings() -> None:
    assert [n for n in range(1, 1200) if endings(n)] == [
        n for n in range(1, 1001) if 1000 % n == 0
    ]


FLOATS = [
    Annotated[float, Ge(-100), Le(100), MultipleOf(0.01)],
    Annotated[float, Gt(-20), Lt(50.5), MultipleOf(0.005)],
    Annotated[float, Ge(0.1), Le(0.7), MultipleOf(0.0001)],
    Annotated[float, Gt(-0.5), Lt(0.5), MultipleOf(0.00005)],
    Annotated[float, Ge(-300.25), Lt(999), MultipleOf(0.25)],
    Annotated[float, Ge(0), Le(10**5), MultipleOf(10)],
]


@pytest.mark.parametrize("kind", FLOATS)
def test_wide_floats_are_the_decimals_within_their_bounds(kind: Any) -> None:
    """Against whole numbers of a tenth of the step, so that no float can err."""
    production = production_of(kind, None, "")
    assert count(production) > 4096
    engine, rng = engine_for(kind), random.Random(1)
    low, high, step = edges(kind)
    unit = 10 * 10 ** len(f"{step:.6f}".rstrip("0").split(".")[1])
    every = range(round(low * unit), round(high * unit) + 1, round(step * unit))
    listed = [nth(production, i) for i in range(count(production))]
    expected = {n / unit for n in every if kept(kind, n / unit)}
    assert len(set(listed)) == len(listed)
    assert set(listed) == expected
    for value in rng.sample(listed, 150):
        near = rng.choice([value, value + step / 10, value - step / 2])
        word = repr(near)
        good = near in expected and word != "-0.0"
        assert takes(engine, word) is good, word
        assert holds(production, near) is good, word
    for word in ("-0.0", "0", "1e3", "0.50", "1.", "nan", "inf", "1_0.0", "+0.5"):
        assert not takes(engine, word), word


def edges(kind: Any) -> tuple[Any, Any, Any]:
    """Return lower bound, upper bound and step as written."""
    low, high, step = kind.__metadata__
    return (
        low.ge if isinstance(low, Ge) else low.gt,
        high.le if isinstance(high, Le) else high.lt,
        step.multiple_of,
    )


def kept(kind: Any, value: float) -> bool:
    """Return whether a value is not a bound that is left out."""
    low, high, _ = kind.__metadata__
    return not (isinstance(low, Gt) and value == low.gt) and not (
        isinstance(high, Lt) and value == high.lt
    )


def test_signed_zero_is_one_value() -> None:
    for kind in (FLOATS[0], Annotated[float, Ge(-1), Le(1), MultipleOf(0.5)]):
        production = production_of(kind, None, "")
        assert holds(production, 0.0) and not holds(production, -0.0)
        assert takes(engine_for(kind), "0.0") and not takes(engine_for(kind), "-0.0")


def test_wide_ranges_and_texts_are_kept_as_such() -> None:
    assert production_of(
        Annotated[int, Gt(-1), Lt(10**6), MultipleOf(20)], None, ""
    ) == (Range(0, 999980, 20))
    assert production_of(FLOATS[0], None, "") == Decimals(-10000, 10000, 1, 2)
    text = Annotated[str, Pattern("[a-z]{1,8}")]
    assert production_of(text, None, "") == Text("[a-z]{1,8}", 0, -1)


FREE = Annotated[str, MaxLen(12)]
NEWS = [
    "",
    "'",
    '"',
    "'\"",
    "it's",
    'a "b"',
    "\\",
    "\n\r\t",
    "\x00\x7f\xad",
    "é😀",
    "中",
    "\u200b",
    "\U000e0001",
    "</s>",
    "x'\\'y\"",
    "\u0378",
    "a" * 12,
]


def test_free_text_is_spelled_as_repr_spells_it_and_in_no_other_way() -> None:
    engine, rng = engine_for(FREE), random.Random(2)
    production = production_of(FREE, None, "")
    drawn = [nth(production, rng.randrange(count(production))) for _ in range(60)]
    letters = [chr(rng.randrange(0x300)) for _ in range(200)]
    for value in NEWS + drawn + letters:
        word = spell(value)
        assert holds(production, value)
        assert takes(engine, word), word
        assert ast.literal_eval(word) == value
        others = {f"'{value}'", f'"{value}"', word.replace("'", '"'), "u" + word}
        others.add("'" + "".join(f"\\x{b:02x}" for b in value.encode()) + "'")
        for other in others - {word}:
            assert takes(engine, other) is _is_repr(other), other
    for value in ("a" * 13, "é" * 13, "'\"" * 7):
        assert not takes(engine, spell(value)) and not holds(production, value)
    assert not holds(production, "\ud800") and not takes(engine, repr("\ud800"))


def _is_repr(word: str) -> bool:
    try:
        value = ast.literal_eval(word)
    except (SyntaxError, ValueError):
        return False
    return repr(value) == word and len(value) <= 12


def test_texts_go_through_tokens_and_back(tokens: Tokens) -> None:
    parameters = {
        "a": FREE,
        "b": Annotated[str, Pattern("[a-z]+(-[a-z]+)*"), MaxLen(30)],
    }
    grammar = narrow(TOY, "pick", (made("f", parameters),), {}, (("state", State),))
    rng = random.Random(3)
    for value in NEWS[:8]:
        call = grammar.sample(rng)
        text = grammar.spell(_with(call, "a", value))
        ids, branches = walk(grammar, tokens, text)
        assert tokens.decode(ids) == text
        assert dict(grammar.parse(text).arguments)["a"] == value
        assert all(ids[b.position] in b.allowed for b in branches)


def _with(call: Any, name: str, value: Any) -> Any:
    from dataclasses import replace

    given = tuple((n, value if n == name else v) for n, v in call.arguments)
    return replace(call, arguments=given)
