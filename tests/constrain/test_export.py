"""Exported grammars in the engines that read them: the same verdicts on every text."""

import functools
import random
from collections.abc import Callable

import pytest

from ldc.constrain.export import export_heads
from tests.constrain.cases import CASES
from tests.constrain.consumers import (
    Takes,
    by_llama_cpp,
    by_llguidance,
    by_xgrammar,
)
from tests.constrain.test_texts import LARGE, grammar_of, mutant

pytestmark = pytest.mark.filterwarnings("ignore:invalid escape")  # in mutants

TABLES = {name: grammar_of(case) for name, case in (CASES | {"large": LARGE}).items()}

TEXT_FORMATS: dict[str, Callable[[str], Takes]] = {
    "lark": by_llguidance,
    "gbnf": by_llama_cpp,
}


@functools.cache
def texts(name: str) -> list[tuple[str, bool]]:
    """Return texts of a table and near misses, each with the parser's verdict."""
    grammar, rng = TABLES[name], random.Random(name)
    valid = [grammar.spell(grammar.sample(rng)) for _ in range(30)]
    other = grammar.spell(grammar.sample(rng))
    wrong = [
        *(mutant(rng.choice(valid), valid, rng) for _ in range(150)),
        *(text + other for text in valid[:5]),  # trailing text
        *(text.rstrip("\n") for text in valid[:5]),
        *(text.replace("(", "_(", 1) for text in valid[:5]),
        *(_turned(text) for text in valid[:10]),
    ]
    return [(text, grammar.accepts(text)) for text in valid + wrong]


def _turned(text: str) -> str:
    """Return a call with its arguments in another order."""
    name, _, inner = text.rstrip(")\n").partition("(")
    return f"{name}({', '.join(reversed(inner.split(', ')))})\n"


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("form", TEXT_FORMATS)
def test_the_engine_takes_what_the_parser_takes(form: str, name: str) -> None:
    takes = TEXT_FORMATS[form](export_heads(TABLES[name].heads, form))  # type: ignore[arg-type]
    for text, verdict in texts(name):
        assert takes(text) is verdict, text


def test_xgrammar_takes_what_the_parser_takes() -> None:
    asked = [
        (export_heads(grammar.heads, "xgrammar"), [text for text, _ in texts(name)])
        for name, grammar in TABLES.items()
    ]
    for name, found in zip(TABLES, by_xgrammar(asked), strict=True):
        for (text, verdict), taken in zip(texts(name), found, strict=True):
            assert taken is verdict, (name, text)


def test_the_texts_are_of_both_kinds() -> None:
    """A comparison shows nothing when all texts are refused, or all taken."""
    for name in TABLES:
        taken = sum(verdict for _, verdict in texts(name))
        assert 30 <= taken < len(texts(name)) - 30, name


def test_no_rule_name_has_an_underscore() -> None:
    """llama-server was seen to drop such a grammar, and to write what it liked."""
    for grammar in TABLES.values():
        for line in export_heads(grammar.heads, "gbnf").splitlines():
            name, _, body = line.partition(" ::= ")
            assert not body or "_" not in name, line
