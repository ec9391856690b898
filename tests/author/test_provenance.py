"""Who wrote a function is on record, and an edit shows."""

from pathlib import Path

import pytest

from ldc.author import author
from ldc.author.provenance import (
    Origin,
    read_provenance,
    told_origins,
    write_provenance,
)
from ldc.errors import SourceError
from tests.toy import TOY

ROOT = Path(__file__).parents[2]
FUNCTIONS = author(TOY, ROOT / "tests" / "toy" / "base", ROOT)


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    origins = {f.name: Origin(by="hand", digest=f.digest) for f in FUNCTIONS}
    write_provenance(tmp_path, origins)
    assert read_provenance(tmp_path) == origins
    assert [p.name for p in tmp_path.iterdir()] == ["provenance.json"]


def test_an_edit_since_then_is_told() -> None:
    origins = {f.name: Origin(by="hand", digest=f.digest) for f in FUNCTIONS}
    origins["brace"] = Origin(by="teacher-x, entry 12", digest="0" * 16)
    told = told_origins(FUNCTIONS, origins)
    assert told["brace"] == "written by teacher-x, entry 12, edited since"
    assert told["stroll"] == "written by hand"


def test_a_file_that_nobody_signed_is_told_and_no_fault() -> None:
    origins = {"gone": Origin(by="hand", digest="x")}
    told = told_origins(FUNCTIONS, origins)
    assert told.keys() == {f.name for f in FUNCTIONS}
    assert set(told.values()) == {"writer not recorded"}


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"brace": "hand"}', '{"brace": {"by": "hand", "digest": 3}}']
)
def test_a_damaged_file(tmp_path: Path, text: str) -> None:
    (tmp_path / "provenance.json").write_text(text)
    with pytest.raises(SourceError):
        read_provenance(tmp_path)
