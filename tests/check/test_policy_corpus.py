"""Every bad file is seen for its one fault, by source and policy; no good one is."""

import re
from collections.abc import Set
from pathlib import Path

import pytest

from ldc.author.source import read_function
from ldc.check import policy as policies
from ldc.check import source_gate as sources
from ldc.check.policy import policy
from ldc.check.source_gate import source_gate
from tests.toy import TOY

HERE = Path(__file__).parent
OURS = (frozenset(policies.pages()) | frozenset(sources.pages())) - {
    # Told by `author`, of files that no gate is given.
    *("LDC006", "LDC007"),
}

Marks = Set[tuple[int, str]]


def marked(file: Path) -> Marks:
    lines = enumerate(file.read_text("utf-8").split("\n"), 1)
    return {
        (number, code)
        for number, line in lines
        for code in re.findall(r"# finding: (LDC\d{3})", line)
    }


def found(file: Path) -> Marks:
    """Return what the first gate sees that sees anything."""
    stage = file.parent.name
    function = read_function(
        file.read_text("utf-8"), task=TOY, stage=stage, path=f"{stage}/{file.name}"
    )
    seen = [*source_gate(function, TOY)] or [*policy(function, TOY)]
    assert all(one.mend for one in seen)
    return {(one.line, one.code) for one in seen}


BAD = sorted(
    file
    for file in (HERE / "bad").glob("*/*.py")
    if {code for _, code in marked(file)} <= OURS
)
GOOD = sorted((HERE / "good").glob("*/*.py"))


def name_of(file: Path) -> str:
    return file.stem


@pytest.mark.parametrize("file", BAD, ids=name_of)
def test_a_bad_file_is_seen_where_it_is_marked(file: Path) -> None:
    marks = marked(file)
    assert len({code for _, code in marks}) == 1, "one fault a file"
    assert found(file) == marks


@pytest.mark.parametrize("file", GOOD, ids=name_of)
def test_a_good_file_is_not(file: Path) -> None:
    assert found(file) == set()


@pytest.mark.parametrize("code", sorted(OURS))
def test_without_an_entry_some_bad_file_gets_through(code: str) -> None:
    """A file that no other entry sees shows that this one is needed."""
    assert any({c for _, c in found(file)} == {code} for file in BAD)


def test_the_corpus_is_large() -> None:
    assert len(BAD) >= 100
    assert len(GOOD) >= 25
