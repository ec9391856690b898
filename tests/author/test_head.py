"""A head stands for a parsed file as long as its text is the same."""

import json
from dataclasses import asdict, replace
from pathlib import Path

from ldc.author.head import Head, head_of
from ldc.author.source import Unread, read_all, read_folder
from ldc.ir import Function
from tests.toy import TOY

ROOT = Path(__file__).parents[2]
BASE = ROOT / "tests" / "toy" / "base"
READ = read_folder(TOY, BASE, ROOT)
HEADS = {function.digest: head_of(function) for function in READ}


def test_with_heads_the_same_functions_are_read() -> None:
    assert read_all(TOY, BASE, ROOT, HEADS) == READ


def test_a_file_with_a_head_is_not_parsed() -> None:
    """The head is believed: what it says of the text is what is read."""
    said = {key: replace(head, summary="As kept.") for key, head in HEADS.items()}
    read = read_all(TOY, BASE, ROOT, said)
    summaries = [one.summary for one in read if isinstance(one, Function)]
    assert summaries == ["As kept."] * 4


def test_a_head_goes_through_json() -> None:
    for head in HEADS.values():
        fields = json.loads(json.dumps(asdict(head)))
        for name in ("parameters", "defaults"):
            fields[name] = tuple(map(tuple, fields[name]))
        assert Head(**fields) == head


def test_an_edited_file_is_read_anew(tmp_path: Path) -> None:
    (tmp_path / "walk").mkdir()
    file = tmp_path / "walk" / "stroll.py"
    source = (BASE / "walk" / "stroll.py").read_text("utf-8")
    file.write_text(source.replace("Walk straight", "Amble right"), "utf-8")
    (read,) = read_all(TOY, tmp_path, tmp_path, HEADS)
    assert isinstance(read, Function)
    assert read.summary == "Amble right to the ball."


def test_a_renamed_file_does_not_live_on_its_head(tmp_path: Path) -> None:
    (tmp_path / "walk").mkdir()
    source = (BASE / "walk" / "stroll.py").read_text("utf-8")
    (tmp_path / "walk" / "amble.py").write_text(source, "utf-8")
    (read,) = read_all(TOY, tmp_path, tmp_path, HEADS)
    assert isinstance(read, Unread)
    assert read.finding.code == "LDC007"


def test_a_type_that_the_task_has_lost_is_told() -> None:
    """Types are today's: a head keeps only how they are spelled."""
    less = {name: word for name, word in TOY.words.items() if name != "Path"}
    read = read_all(replace(TOY, words=less), BASE, ROOT, HEADS)
    lost = [one.name for one in read if isinstance(one, Unread)]
    assert lost == ["brace", "stroll"]
