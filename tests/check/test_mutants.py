"""Mutants are small mistakes; what no property tells from the function is shown."""

from dataclasses import replace
from pathlib import Path

import pytest

from ldc.check.mutants.diff import diff
from ldc.check.mutants.make import make
from tests.check.toys import BRACE, changed, verdict_on, with_body

MISTAKES = {
    "a < b": {"a <= b", "a >= b"},
    "a == b": {"a != b"},
    "a in b": {"a not in b"},
    "a + b": {"a - b"},
    "-a": {"a"},
    "a and b": {"a or b", "a", "b"},
    "not a": {"a"},
    "a if b else c": {"a if not b else c"},
    "3": {"4", "2"},
    "True": {"False"},
    "'red'": {"''"},
    "min(a)": {"max(a)"},
    "f(a, b)": {"f(b, a)"},
    "f(x=a, y=b)": {"f(x=b, y=a)"},
    "(a, b)": {"(b, a)"},
    "a[1:]": {"a[0:]", "a[1:-1]"},
    "a[b:]": {"a[b + 1:]", "a[b:-1]"},
}


@pytest.mark.parametrize(("before", "after"), MISTAKES.items(), ids=MISTAKES)
def test_each_mistake_is_made(before: str, after: set[str]) -> None:
    function = replace(BRACE, source=f"def brace(a, b, c):\n    g({before})\n")
    lines = {diff(function, mutant).splitlines()[-1] for mutant in make(function)}
    assert {f"+ g({piece})" for piece in after} <= lines


STATEMENTS = {
    "for x in a:\n        if x:\n            break": {"pass", "continue"},
    "a += 1": {"pass", "a -= 1"},
    "a.append(1)": {"pass"},
}


@pytest.mark.parametrize(("body", "after"), STATEMENTS.items(), ids=STATEMENTS)
def test_a_statement_is_forgotten(body: str, after: set[str]) -> None:
    function = replace(BRACE, source=f"def brace(a):\n    {body}\n    return a\n")
    lines = {diff(function, mutant).splitlines()[-1] for mutant in make(function)}
    assert {f"+ {statement}" for statement in after} <= lines


def test_a_returned_value_is_swapped_for_another() -> None:
    source = "def brace(a, b):\n    if a:\n        return a\n    return b\n"
    function = replace(BRACE, source=source)
    told = {(m.line, diff(function, m)) for m in make(function)}
    assert {(3, "- return a\n+ return b"), (4, "- return b\n+ return a")} <= told


LINES = {
    "total = sum(x * 2 for x in a) < 3  # few": {
        "- total = sum(x * 2 for x in a) < 3  # few\n"
        "+ total = sum((x * 2 for x in a)) <= 3  # few",
        "- total = sum(x * 2 for x in a) < 3  # few\n"
        "+ total = sum(x * 3 for x in a) < 3  # few",
    },
    'größe = "ä" if a else b': {
        '- größe = "ä" if a else b\n+ größe = "ä" if not a else b'
    },
    "total = a ** (b and a)": {
        "- total = a ** (b and a)\n+ total = a ** (b or a)",
        "- total = a ** (b and a)\n+ total = a * (b and a)",
    },
    "total = a & b == 2": {"- total = a & b == 2\n+ total = a | b == 2"},
    "total = b * a ** 2": {"- total = b * a ** 2\n+ total = b * (a * 2)"},
    "if a:\n        b = 1  # one": {
        "- if a:\n+ if not a:",
        "- if a:\n-     b = 1  # one\n+ pass  # one",
        "- b = 1  # one\n+ b = 2  # one",
    },
    "total = max(\n        a,\n        b,\n    )": {
        "- total = max(\n-     a,\n-     b,\n- )\n+ total = max(b, a)",
        "- total = max(\n+ total = min(",
    },
}


@pytest.mark.parametrize(("body", "told"), LINES.items(), ids=LINES)
def test_the_whole_line_is_shown(body: str, told: set[str]) -> None:
    function = replace(BRACE, source=f"def brace(a, b):\n    {body}\n    return a\n")
    assert told <= {diff(function, mutant) for mutant in make(function)}


def test_manuals_annotations_and_properties_are_left_alone() -> None:
    lines = {mutant.line for mutant in make(BRACE)}
    body = BRACE.source.split("\n").index("    return (pick,) * steps") + 1
    assert lines == {body}


def test_what_compiles_alike_is_one_mutant() -> None:
    source = "def brace(a):\n    return a + 1 - 1\n"
    codes = [m.code.co_consts[0].co_code for m in make(replace(BRACE, source=source))]
    assert len(codes) == len(make(replace(BRACE, source=source))) > 2


def test_a_property_that_shows_too_little_lets_mutants_live(project: Path) -> None:
    weak = changed(
        ("return (pick,) * steps", "return (pick,) * (steps + 1)"),
        ("== steps", ">= steps"),
        (">>> brace(", ">>> 4 in brace("),
        ("        (4, 4)\n", "        True\n"),
    )
    verdict = verdict_on(weak, project)
    assert (verdict.outcome, [f.code for f in verdict.findings]) == (
        "not_shown",
        ["LDC501"],
    )
    assert 0 < verdict.mutants_killed < 0.8 * verdict.mutants_total
    survivor = verdict.survivors[0]
    assert survivor.diff.startswith("- return (pick,) * (steps + 1)\n+ return (pick,)")
    assert "steps=" in survivor.arguments
    assert survivor.returned != survivor.instead
    assert "which property is missing?" in verdict.findings[0].mend


def test_equivalent_mutants_do_not_count(project: Path) -> None:
    same = with_body("return (pick,) * max(steps, 1)")  # steps is never below 1
    verdict = verdict_on(same, project)
    assert verdict.outcome == "accepted"
    made = make(same)
    assert verdict.mutants_killed == verdict.mutants_total < len(made)
    assert not verdict.survivors


def test_a_mutant_that_does_not_end_is_killed(project: Path) -> None:
    body = (
        "left = steps\npath: Path = ()\nwhile left > 0:\n    path += (pick,)\n"
        "    left -= 1\nreturn path"
    )
    verdict = verdict_on(with_body(body), project)
    assert verdict.outcome == "accepted"
    assert verdict.mutants_total > 5
    assert verdict.mutants_killed >= 0.8 * verdict.mutants_total
