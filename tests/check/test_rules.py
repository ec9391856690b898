"""Each rule has a page of good and bad files; findings stand on the marked lines."""

import re
from pathlib import Path

import pytest

from ldc.author.source import read_function
from ldc.check.rules import RULES, pages, rules
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
    for code, page in pages().items():
        assert re.match(rf"{code} [a-z-]+: .+\.\n", page)
        assert "What it does:" in page
        assert "Why:" in page
        assert "Not good" in page
