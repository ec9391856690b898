"""A property that no other answer fails is told, however it is written."""

from pathlib import Path

import pytest

from ldc.check import Settings, check
from ldc.check.findings import line_of
from ldc.ir import Function, Verdict
from tests.check.toys import STATES, changed
from tests.toy import TOY

CALL = "brace(state, pick, steps)"
TRUE = f"len({CALL}) == steps"

TOOTHLESS = {
    "what no state meets": f"state.wind < 9 or {CALL} == ()",
    "what the type says": f"all(1 <= ball <= 5 for ball in {CALL})",
    "a type": f"all(isinstance(ball, int) for ball in {CALL})",
    "what every text says": f'str({CALL}) != ""',
    "a function that looks away": f"(lambda way: steps < 4)({CALL})",
    "an answer against itself": f"sorted({CALL}, reverse=True)[::-1] == sorted({CALL})",
}

SHARP = {
    "what is right": TRUE,
    "what nearly always holds": f"state.wind != 3 or state.sign == 'red' or {TRUE}",
    "two calls": f"{CALL}[:1] == brace(state, pick, 1)",
    "two calls that swap": f"{CALL}[::-1] == brace(state, pick, 4 - steps)[:1] * steps",
}


def with_property(text: str) -> Function:
    return changed((TRUE, text))


def verdicts_on(texts: list[str], project: Path, *without: str) -> tuple[Verdict, ...]:
    """Return the verdicts on `brace` with each text as its property."""
    return check(
        TOY,
        [with_property(text) for text in texts],
        root=project,
        states=STATES,
        settings=Settings(without=frozenset(without)),
        planted=False,
    )


def test_a_property_that_no_answer_fails_leaves_a_doubt(project: Path) -> None:
    for verdict in verdicts_on([*TOOTHLESS.values()], project):
        assert verdict.outcome == "not_shown"
        told = [f for f in verdict.findings if f.code == "LDC408"]
        line = line_of(verdict.function, "always_as_many_steps")
        assert [f.line for f in told] == [line], verdict.findings
        assert "'always_as_many_steps' holds for all 60 answers" in told[0].message


def test_without_the_code_some_get_through(project: Path) -> None:
    told = verdicts_on([TOOTHLESS["a type"]], project, "LDC408", "LDC501")
    assert [verdict.outcome for verdict in told] == ["accepted"]


def test_what_some_answer_fails_is_not_told(project: Path) -> None:
    for verdict in verdicts_on([*SHARP.values()], project):
        assert not [f for f in verdict.findings if f.code == "LDC408"], verdict


@pytest.mark.parametrize("name", ["all_of_nothing", "always_true"])
def test_what_the_text_tells_is_told_before(name: str, project: Path) -> None:
    text = {
        "all_of_nothing": f"all(ball == pick for ball in {CALL}[:0])",
        "always_true": f"{TRUE} or True",
    }[name]
    (verdict,) = verdicts_on([text], project)
    assert [f.code for f in verdict.findings] == ["LDC406"]
