"""Exported grammars in the engines that read them: the same verdicts on every text."""

import functools
import random
from collections.abc import Callable

import pytest

from ldc import constrain
from ldc.constrain.export import FORMATS, export_heads, export_task
from ldc.constrain.whole import stages_of
from ldc.errors import GrammarError
from tests.constrain.cases import CASES
from tests.constrain.consumers import (
    Takes,
    by_llama_cpp,
    by_llguidance,
    by_xgrammar,
)
from tests.constrain.test_texts import LARGE, grammar_of, mutant
from tests.play.bases import PURSUIT, TASKS, base_of

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


@pytest.mark.parametrize("task", ["blackjack", "pursuit"])
@pytest.mark.parametrize("form", TEXT_FORMATS)
def test_a_whole_step_is_a_line_a_stage(form: str, task: str) -> None:
    spec, base = TASKS[task], base_of(task)
    takes = TEXT_FORMATS[form](export_task(spec, base, form))  # type: ignore[arg-type]
    rng, stages = random.Random(7), tuple(stages_of(spec, base))
    for _ in range(20):
        lines = [f"{s.stage.result} ={s.spell(s.sample(rng))}" for s in stages]
        assert takes("".join(lines))
        assert not takes("".join(lines[:-1]) + lines[-1].replace("=", "", 1))
        assert not takes("".join([*lines, lines[-1]]))
        if len(lines) > 1:
            assert not takes("".join(lines[:-1])) and not takes("".join(lines[::-1]))


@pytest.mark.parametrize("form", FORMATS)
def test_one_stage_is_its_table(form: str) -> None:
    spec, base = PURSUIT, base_of("pursuit")
    (route,) = (s for s in stages_of(spec, base) if s.stage.name == "route")
    text = export_task(spec, base, form, "route")  # type: ignore[arg-type]
    assert "pincer" in text and "gang" not in text
    if form in TEXT_FORMATS:
        assert text == export_heads(route.heads, form)  # type: ignore[arg-type]


def test_no_rule_name_has_an_underscore() -> None:
    """llama-server was seen to drop such a grammar, and to write what it liked."""
    for grammar in TABLES.values():
        for line in export_heads(grammar.heads, "gbnf").splitlines():
            name, _, body = line.partition(" ::= ")
            assert not body or "_" not in name, line


def test_an_unknown_stage_is_an_error() -> None:
    spec, base = PURSUIT, base_of("pursuit")
    with pytest.raises(GrammarError, match="did you mean 'route'"):
        export_task(spec, base, "gbnf", "rout")


def test_the_lark_of_a_task_is_its_committed_grammar() -> None:
    spec, base = PURSUIT, base_of("pursuit")
    assert export_task(spec, base, "lark") == constrain.compile_grammar(spec, base).text
