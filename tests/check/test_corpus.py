"""The whole check on known files: bad ones are rejected, good ones accepted."""

from pathlib import Path

import pytest

from ldc.author.source import Unread, read_all
from ldc.check import Settings, check
from ldc.check.findings import WARNINGS
from ldc.ir import Function, Verdict
from tests.check.test_policy_corpus import marked
from tests.toy import TOY

HERE = Path(__file__).parent
ROOT = Path(__file__).parents[2]


def judged(folder: str, project: Path, settings: Settings) -> tuple[Verdict, ...]:
    read = read_all(TOY, HERE / folder, ROOT)
    return check(
        TOY,
        [one for one in read if isinstance(one, Function)],
        unread=[one for one in read if isinstance(one, Unread)],
        root=project,
        settings=settings,
    )


def test_every_bad_file_is_rejected_for_its_one_fault(project: Path) -> None:
    verdicts = judged("bad", project, Settings())
    assert len(verdicts) >= 250
    wrong = {
        verdict.function.path: (verdict.outcome, seen, marks)
        for verdict in verdicts
        if (seen := {(f.line, f.code) for f in verdict.findings})
        != (marks := set(marked(ROOT / verdict.function.path)))
        or verdict.outcome != "rejected"
    }
    assert not wrong


def test_every_good_file_is_accepted(project: Path) -> None:
    verdicts = judged("good", project, Settings(examples=60, large=180))
    assert len(verdicts) >= 100
    wrong = {
        verdict.function.path: (verdict.outcome, verdict.findings)
        for verdict in verdicts
        if verdict.outcome != "accepted"
        or any(f.code not in WARNINGS for f in verdict.findings)
    }
    assert not wrong
    killed = sum(verdict.mutants_killed for verdict in verdicts)
    assert killed >= 0.9 * sum(verdict.mutants_total for verdict in verdicts)


@pytest.mark.parametrize("code", ["LDC023", "LDC025", "LDC303", "LDC304"])
def test_what_only_a_rule_sees_gets_through_without_it(
    code: str, project: Path
) -> None:
    files = [
        one
        for one in read_all(TOY, HERE / "bad", ROOT)
        if isinstance(one, Function)
        and {c for _, c in marked(ROOT / one.path)} == {code}
    ]
    assert files
    off = Settings(without=frozenset({code}))
    verdicts = check(TOY, files, root=project, settings=off, planted=False)
    assert any(verdict.outcome == "accepted" for verdict in verdicts), verdicts
