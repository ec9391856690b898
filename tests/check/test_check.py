"""The whole stage: verdicts, their counterexamples, what is kept, what is admitted."""

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from ldc.check import Settings, admit, check, judge
from ldc.errors import LdcError, TaskError
from ldc.ir import Function
from tests.check.toys import BASE, BRACE, STATES, changed, verdict_on, with_body
from tests.toy import TOY


def test_the_toy_base_is_accepted(project: Path) -> None:
    verdicts = check(TOY, BASE, root=project, states=STATES)
    assert [(v.function.name, v.outcome, v.findings) for v in verdicts] == [
        (function.name, "accepted", ()) for function in BASE
    ]
    assert all(v.examples >= 20 for v in verdicts)
    base = admit(TOY, verdicts, whole=True)
    assert base.functions == BASE


def test_a_wrong_function_is_shown_its_smallest_counterexample(project: Path) -> None:
    wrong = with_body("return (pick,) * (steps + 1)")
    wrong = replace(wrong, source=wrong.source.replace("(4, 4)\n", "(4, 4, 4)\n"))
    verdict = verdict_on(wrong, project)
    assert verdict.outcome == "rejected"
    assert [str(finding) for finding in verdict.findings] == [
        "tests/toy/base/walk/brace.py:31:1: LDC401 always_as_many_steps does not hold\n"
        "  brace(state=State(balls=(2,), wind=0, sign=''), pick=2, steps=1) "
        "returned (2, 2) (smallest of the failing inputs)\n"
        "  mend: correct the function, or the property if it claims too much\n"
        "  again: ldc check toy/brace --seed 0"
    ]
    (example,) = verdict.counterexamples
    assert example.property == "always_as_many_steps"
    assert example.returned == "(2, 2)"


def test_without_recorded_states_they_are_made_by_type(project: Path) -> None:
    brace, stroll = check(TOY, BASE[2:], root=project, planted=False)
    assert (brace.outcome, stroll.outcome) == ("accepted", "accepted")
    wrong = with_body("return (pick,) * min(steps, 4 + state.wind)")
    (verdict,) = check(TOY, (wrong,), root=project, planted=False)
    assert verdict.outcome == "rejected"
    assert verdict.counterexamples[0].arguments == (
        "state=State(balls=(1,), wind=-2, sign=''), pick=1, steps=3"
    )


def test_the_property_of_the_task_is_asked_too(project: Path) -> None:
    wrong = changed(
        ("return (pick,) * steps", "return (state.balls[0],) * steps"),
        ("(4, 4)\n", "(2, 2)\n"),
    )
    verdict = verdict_on(wrong, project)
    assert [f.code for f in verdict.findings] == ["LDC401"]
    assert "always_ends_on_the_ball does not hold" in verdict.findings[0].message
    assert "A path ends on the picked ball." in verdict.findings[0].mend


def test_a_warning_does_not_reject(project: Path) -> None:
    verdict = verdict_on(changed(("the wind is strong", "it blows")), project)
    assert verdict.outcome == "accepted"
    assert [f.code for f in verdict.findings] == ["LDC305"]


def test_an_unchanged_function_costs_nothing(project: Path) -> None:
    first = check(TOY, BASE, root=project, states=STATES)
    again = check(TOY, BASE, root=project, states=STATES)
    assert all(verdict.cached for verdict in again)
    assert [replace(v, cached=True) for v in first] == list(again)


def test_a_damaged_verdict_is_made_again(project: Path, tmp_path: Path) -> None:
    shutil.copytree(project / ".ldc" / "mypy", tmp_path / ".ldc" / "mypy")
    (verdict,) = check(TOY, (BRACE,), root=tmp_path, states=STATES, planted=False)
    (file,) = (tmp_path / ".ldc" / "verdicts").rglob("*.json")
    kept = file.read_text()
    assert json.loads(kept)["verdict"]["outcome"] == "accepted"
    altered = kept.replace('"accepted"', '"rejected"')
    for damaged in (kept[:40], "[]", '{"verdict": {}}', altered):
        file.write_text(damaged)
        (again,) = check(TOY, (BRACE,), root=tmp_path, states=STATES, planted=False)
        assert not again.cached
        assert again.outcome == verdict.outcome


def test_other_states_or_a_changed_text_are_checked_again(project: Path) -> None:
    def cached(function: Function, states: int) -> bool:
        (verdict,) = check(
            TOY, (function,), root=project, states=STATES[:states], planted=False
        )
        return verdict.cached

    cached(BRACE, 9)
    assert cached(BRACE, 9)
    assert not cached(BRACE, 8)
    assert not cached(changed(("small steps", "tiny steps")), 9)


def test_a_run_that_accepts_its_plant_is_void(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    brace = changed(("into the wind", "into a wind"))
    monkeypatch.setattr(judge, "properties", lambda *_: ())
    monkeypatch.setattr(judge, "held_out", lambda *_: ())
    with pytest.raises(LdcError, match="planted in 'brace', was not rejected"):
        check(TOY, (brace,), root=project, states=STATES)


def test_only_accepted_functions_enter_a_base(project: Path) -> None:
    wrong = with_body("return (pick,) * 2")
    verdicts = check(TOY, (*BASE[:2], wrong), root=project, states=STATES)
    base = admit(TOY, verdicts)
    assert [f.name for f in base.functions] == ["take_ball", "take_first"]
    with pytest.raises(LdcError, match="1 of 3 functions are not accepted"):
        admit(TOY, verdicts, whole=True)


def test_what_cannot_be_called_is_not_shown(project: Path) -> None:
    nothing = replace(TOY, words={**TOY.words, "possible": lambda state: False})
    other = Settings(seed=7)  # what `possible` says is no part of a verdict's key
    (verdict,) = check(nothing, (BRACE,), root=project, settings=other, planted=False)
    assert verdict.outcome == "not_shown"
    assert [f.code for f in verdict.findings] == ["LDC405"]


def test_a_property_of_the_task_that_raises_is_the_task_s_fault(project: Path) -> None:
    def always_wrong(state: object, path: object) -> bool:
        raise ZeroDivisionError

    broken = replace(TOY, properties={"path": (always_wrong,)})
    with pytest.raises(TaskError, match=r"always_wrong.*\n?.*ZeroDivisionError"):
        check(broken, (BRACE,), root=project, states=STATES[:7], planted=False)


def test_the_stage_is_light_to_import() -> None:
    heavy = "{'hypothesis', 'libcst', 'mypy', 'torch', 'pytest'}"
    code = f"import sys, ldc.check; print({heavy} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout == "set()\n"


def test_mypy_leaves_the_recursion_limit_as_it_was(project: Path) -> None:
    before = sys.getrecursionlimit()
    check(TOY, BASE, root=project, settings=Settings(seed=3, only="types"))
    assert sys.getrecursionlimit() == before
