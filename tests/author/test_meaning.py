"""What a policy hangs on: the code that callers meet, not what is proved about it."""

import pytest

from ldc.author.meaning import meaning_of
from ldc.author.source import read_function
from tests.check.toys import BRACE, changed
from tests.toy import TOY

SAME = {
    "another property": ("== steps\n", "== steps\n\n\ndef always_so() -> bool: ...\n"),
    "a comment": ("return (pick,)", "# Small steps.\n    return (pick,)"),
    "a blank line": ("    return (pick,)", "\n    return (pick,)"),
    "an import for a property": ("import Path,", "import Ball, Path,"),
}

OTHER = {
    "the body": ("(pick,) * steps", "(pick,) * (steps + 1)"),
    "the manual": ("in small steps", "in tiny steps"),
    "the bounds": ("Le(3)]) -> Path", "Le(4)]) -> Path"),
}


@pytest.mark.parametrize("edit", SAME.values(), ids=SAME)
def test_what_callers_do_not_meet_changes_nothing(edit: tuple[str, str]) -> None:
    assert meaning_of(changed(edit)) == meaning_of(BRACE)


@pytest.mark.parametrize("edit", OTHER.values(), ids=OTHER)
def test_what_callers_meet_is_told_apart(edit: tuple[str, str]) -> None:
    assert meaning_of(changed(edit)) != meaning_of(BRACE)


def test_the_same_name_from_elsewhere_is_another_meaning() -> None:
    edits = ("return (pick,) * steps", "return (pick,) * floor(steps)")
    told = set()
    for import_ in ("from math import floor", "from math import ceil as floor"):
        text = changed(edits).source.replace("from typing", f"{import_}\nfrom typing")
        function = read_function(text, task=TOY, stage="walk", path=BRACE.path)
        told.add(meaning_of(function))
    assert len(told) == 2
