"""Every bad file is seen for its one fault, by rules and spec; no good one is."""

import re
from collections.abc import Set
from pathlib import Path

import pytest

from ldc.author.source import read_function
from ldc.check.pages import pages as gates
from ldc.check.rules import pages, rules
from ldc.check.spec import spec
from ldc.errors import SourceError
from tests.toy import TOY

HERE = Path(__file__).parent
OURS = frozenset(pages()) | {"LDC202", "LDC203", "LDC204", "LDC205", "LDC307"}
"""Codes that are given by reading alone, without the source gate and the policy."""

Marks = Set[tuple[int, str]]


def marked(file: Path) -> Marks:
    lines = enumerate(file.read_text("utf-8").splitlines(), 1)
    return {
        (number, code)
        for number, line in lines
        for code in re.findall(r"# finding: (LDC\d{3})", line)
    }


def found(file: Path) -> Marks:
    """Return what rules and spec see, or why the file could not be read as one."""
    stage = file.parent.name
    try:
        function = read_function(
            file.read_text("utf-8"), task=TOY, stage=stage, path=f"{stage}/{file.name}"
        )
    except SourceError as error:
        return {(int(error.where.split(":")[1]), error.code)}
    seen = [*rules(function, TOY), *spec(function, TOY)]
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


@pytest.mark.parametrize("code", sorted(OURS - {"LDC305"}))
def test_without_a_rule_some_bad_file_gets_through(code: str) -> None:
    """A file that no other rule sees shows that this one is needed."""
    assert any({c for _, c in found(file)} == {code} for file in BAD)


def test_the_corpus_is_large() -> None:
    assert len(BAD) >= 60
    assert len(GOOD) >= 25
    assert set(gates()) & OURS
