"""A mend changes how a function is written, and nothing that it does."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from ldc.author.source import read_function
from ldc.check.examples import read_examples
from ldc.check.fix import FIXES, fix, mended
from ldc.check.fix.plain_text import plain_text
from ldc.check.rules import pages, rules
from ldc.ir import Function
from ldc.jail import Jail, Returned
from tests.check.toys import BASE, BRACE, STATES
from tests.toy import TOY

STORIES = sorted((Path(__file__).parent / "fix").glob("*.md"))


def read(text: str) -> Function:
    return read_function(text, task=TOY, stage="walk", path="walk/stroll.py")


def told(story: Path) -> tuple[Function, str]:
    before, after = re.findall(
        r"```python\n(.*?)```", story.read_text("utf-8"), re.DOTALL
    )
    return read(before), after


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.stem)
def test_before_becomes_after(story: Path) -> None:
    before, after = told(story)
    assert mended(before, TOY) == after
    assert len([*rules(read(after), TOY)]) < len([*rules(before, TOY)])


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.stem)
def test_mending_twice_changes_nothing(story: Path) -> None:
    once = read(mended(told(story)[0], TOY))
    assert mended(once, TOY) == once.source


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.stem)
def test_what_is_mended_answers_as_before(story: Path) -> None:
    """In the jail: the example, every state, every ball that lies there."""
    before, after = told(story)
    calls = [{"state": s, "pick": ball} for s in STATES for ball in s.balls]
    answers = []
    for function in (before, read(after)):
        (example,) = read_examples(function)
        with Jail(TOY, (function,)) as jail:
            shown = jail.show(function.name, example.expression)
            assert shown == Returned(example.want.strip())
            answers.append(jail.batch(function.name, calls))
    assert all(isinstance(answer, Returned) for answer in answers[0])
    assert answers[0] == answers[1]


def test_every_mend_has_a_story_and_its_rule_a_page() -> None:
    stems = {story.stem for story in STORIES}
    assert {mend.__name__ for mend in FIXES.values()} <= stems
    assert set(FIXES) <= set(pages())


def test_only_the_faults_that_are_named_are_mended() -> None:
    before, _ = told(Path(__file__).parent / "fix" / "several.md")
    assert fix(before, TOY, ()) == before.source
    assert "else:" not in fix(before, TOY, ["LDC021"])
    assert "import math" in fix(before, TOY, ["LDC021"])
    assert "import math" not in fix(before, TOY, ["LDC026"])


@pytest.mark.parametrize("function", BASE, ids=lambda function: function.name)
def test_a_sound_file_stays_as_it_is(function: Function) -> None:
    assert mended(function, TOY) == function.source


def test_lines_end_plainly_but_within_strings() -> None:
    untidy = BRACE.source.replace("\n", "\r\n").replace("* steps\r\n", "* steps \t")
    text = replace(BRACE, source=f"\r\n{untidy.rstrip()}")
    assert mended(text, TOY) == BRACE.source.replace("* steps\n", "* steps", 1)
    assert plain_text('x = """a \n"""  \n') == 'x = """a \n"""\n'


def test_a_file_that_loads_in_its_order_only_is_left_alone() -> None:
    late = f"{BRACE.source}\n\nA = 1\nB = {{}}\n"
    moved, kept = (replace(BRACE, source=late.format(b)) for b in ("2", "A + 1"))
    assert re.search(r"(?s)B = 2\n.*def brace", mended(moved, TOY))
    assert mended(kept, TOY) == kept.source
