"""Each rule has a page of good and bad files; findings stand on the marked lines."""

import re
from pathlib import Path

import pytest

from ldc.author.source import read_function
from ldc.check import pages as gates
from ldc.check.findings import line_of
from ldc.check.rules import RULES, pages, rules
from ldc.check.rules.page import Page
from tests.check.toys import BASE, ROOT
from tests.toy import TOY

STORIES = sorted((Path(__file__).parent / "rules").glob("*.md"))


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.stem)
def test_findings_stand_on_the_marked_lines(story: Path) -> None:
    blocks = re.findall(r"```python\n(.*?)```", story.read_text("utf-8"), re.DOTALL)
    assert len(blocks) >= 2
    for block in blocks:
        marked = {
            (number, line.split("# finding: ")[1])
            for number, line in enumerate(block.splitlines(), 1)
            if "# finding: " in line
        }
        stroll = read_function(block, task=TOY, stage="walk", path="walk/stroll.py")
        found = {(seen.line, seen.code) for seen in rules(stroll, TOY)}
        assert found == marked, block


def test_every_rule_has_a_story_and_a_page() -> None:
    named = {module.__name__.rsplit(".", 1)[1] for module in RULES}
    assert {story.stem for story in STORIES} == named
    assert len(pages()) == len(RULES)


def test_a_code_has_one_page_in_one_form() -> None:
    assert not set(pages()) & set(gates.pages())
    for code, page in {**pages(), **gates.pages()}.items():
        assert re.match(rf"{code} [a-z-]+: .+\.\n", page)
        parts = ["What it does:", "Why:", "Not good:", "Good"]
        places = [page.find(part) for part in parts]
        assert -1 < places[0] == min(places), code
        assert places == sorted(places), code
        assert max(map(len, page.splitlines())) <= 88


def test_the_gates_name_a_code_as_its_page_does() -> None:
    """The name in a message is the name on the page, wherever a gate says one."""
    texts = {code: page.split(":")[0] for code, page in gates.pages().items()}
    said: dict[str, set[str]] = {}
    for file in sorted((ROOT / "ldc" / "check").rglob("*.py")):
        found = re.findall(
            r'"(LDC\d{3})",\s*(?:[\w.()]+(?:\([^)]*\))?,\s*)?f?"([a-z]+(?:-[a-z]+)+): ',
            file.read_text("utf-8"),
        )
        for code, name in found:
            said.setdefault(code, set()).add(name)
    assert len(said) > 10
    for code, names in said.items():
        assert code not in texts or {texts[code].split(" ")[1]} == names, code


def test_places_are_found_only_when_there_is_a_finding() -> None:
    for function in BASE:
        page = Page(function, TOY)
        assert not [seen for rule in RULES.values() for seen in rule(page)]
        assert "_places" not in vars(page)
        assert page.place(page.public)[0] == line_of(function, function.name)
