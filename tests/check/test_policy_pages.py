"""Each entry of source and policy has a page, and a story of good and bad files."""

import re
from pathlib import Path

import pytest

from ldc.author.source import NAMES, read_function
from ldc.check import policy as policies
from ldc.check import source_gate as sources
from ldc.check.policy import OWN, policy
from ldc.check.policy.language import CAUGHT
from ldc.check.source_gate import source_gate
from ldc.errors import SourceError
from ldc.jail.allowed import BUILTINS, EXCEPTIONS
from tests.toy import TOY

HERE = Path(__file__).parent
STORIES = sorted((*HERE.glob("policy/*.md"), *HERE.glob("source/*.md")))
PAGES = {**policies.pages(), **sources.pages()}


def found(block: str) -> set[tuple[int, str]]:
    try:
        stroll = read_function(block, task=TOY, stage="walk", path="walk/stroll.py")
    except SourceError as error:
        return {(int(error.where.split(":")[1]), error.code)}
    seen = [*source_gate(stroll, TOY)] or [*policy(stroll, TOY)]
    return {(one.line, one.code) for one in seen}


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.stem)
def test_findings_stand_on_the_marked_lines(story: Path) -> None:
    blocks = re.findall(r"```python\n(.*?)```", story.read_text("utf-8"), re.DOTALL)
    assert len(blocks) >= 2
    assert "# finding: " not in blocks[-1]
    code = next(code for code, page in PAGES.items() if f" {name_of(story)}: " in page)
    for block in blocks:
        marked = {
            (number, line.split("# finding: ")[1])
            for number, line in enumerate(block.split("\n"), 1)
            if "# finding: " in line
        }
        assert {code for _, code in marked} <= {code}
        assert found(block) == marked, block


def name_of(story: Path) -> str:
    return story.stem.replace("_", "-")


def test_every_entry_has_a_story() -> None:
    names = [re.match(r"LDC\d{3} ([a-z-]+): ", page) for page in PAGES.values()]
    assert sorted(name[1] for name in names if name) == sorted(map(name_of, STORIES))
    assert len(PAGES) == len(STORIES) == 25


@pytest.mark.parametrize("code", PAGES)
def test_a_page_says_what_why_and_how_instead(code: str) -> None:
    page = PAGES[code]
    assert re.match(rf"{code} [a-z-]+: .+\.\n", page)
    parts = ("What it does:", "Why:", "Not good", "Good:")
    assert [page.index(part) for part in parts] == sorted(map(page.index, parts))


@pytest.mark.parametrize("folder", ["policy", "source_gate"])
def test_every_file_of_an_entry_is_in_the_registry(folder: str) -> None:
    files = (HERE.parents[1] / "ldc" / "check" / folder).glob("*.py")
    begun = {file.stem for file in files if file.read_text("utf-8")[3:6] == "LDC"}
    book = policies.pages() if folder == "policy" else sources.pages()
    told = {page.split(" ")[1].rstrip(":").replace("-", "_") for page in book.values()}
    assert begun == told


def test_an_unread_file_is_told_by_the_name_on_the_page() -> None:
    for code in NAMES.keys() & PAGES.keys():
        assert PAGES[code].startswith(f"{code} {NAMES[code]}: ")


def test_what_may_be_caught_may_be_named_and_is_pythons_own() -> None:
    assert set(CAUGHT) < set(EXCEPTIONS) < set(BUILTINS) < OWN
