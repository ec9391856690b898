"""Each fault is rejected by the gate that it is for, and told with a code."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from ldc.check import check
from ldc.check.policy import policy
from ldc.ir import Verdict
from tests.check.toys import STATES, changed, verdict_on, with_body
from tests.toy import TOY

WRONG = {
    "source: a hidden character": (("small", "sm\u202eall"), "LDC001"),
    "source: look-alike letters": (
        ("return (pick,)", "\u0440 = 1\n    return (pick,)"),
        "LDC003",
    ),
    "source: a silenced check": (
        ("(pick,) * steps", "(pick,)  # type: ignore"),
        "LDC004",
    ),
    "policy: foreign syntax": (
        ("return (pick", "with state:\n        pass\n\n    return (pick"),
        "LDC010",
    ),
    "policy: an unknown name": (("(pick,) * steps", "memoryview(pick)"), "LDC011"),
    "policy: a foreign import": (
        ("from typing import", "import numpy\nfrom typing import"),
        "LDC012",
    ),
    "policy: a module of the state": (
        ("import Path,", "import Live, Path,"),
        "LDC012",
    ),
    "policy: a foreign attribute": (("(pick,)", "(pick.size,)"), "LDC013"),
    "policy: a dunder": (("(pick,) * steps", "pick.__class__.__base__"), "LDC030"),
    "policy: code of text": (("(pick,) * steps", "eval('(pick,)')"), "LDC031"),
    "policy: format": (("(pick,) * steps", "'{0.real}'.format(pick)"), "LDC032"),
    "policy: a file": (("(pick,) * steps", "open('x')"), "LDC033"),
    "policy: a clock": (
        ("from typing import", "import time\nfrom typing import"),
        "LDC034",
    ),
    "policy: a changed value": (
        ("return (pick", "state.wind = 1\n    return (pick"),
        "LDC018",
    ),
    "policy: an endless loop": (
        ("return (pick", "while True:\n        pass\n    return (pick"),
        "LDC014",
    ),
    "policy: a broad except": (
        (
            "return (pick,) * steps",
            "try:\n        return (pick,)\n    except Exception:\n        return ()",
        ),
        "LDC015",
    ),
    "policy: a loose statement": (
        ("\n\ndef brace", "\nSEEN = [abs(1)]\n\n\ndef brace"),
        "LDC016",
    ),
    "policy: a shadowed name": (
        ("return (pick", "len = 1\n    return (pick"),
        "LDC017",
    ),
    "policy: a coin": (
        ("from typing import", "import random\nfrom typing import"),
        "LDC103",
    ),
    "policy: in an example": ((">>> brace(", ">>> open('x') or brace("), "LDC033"),
    "rules: no argument told": (
        ("        steps: How many steps to take, 1 to 3.\n", ""),
        "LDC301",
    ),
    "spec: an open type": (
        ("steps: Annotated[int, Ge(1), Le(3)]) -> Path", "steps: int) -> Path"),
        "LDC202",
    ),
    "spec: not the task's state": (
        ("pick: Pick, steps", "pick: tuple[Pick], steps"),
        "LDC203",
    ),
    "spec: another result": (
        (") -> Path", ") -> tuple[Path]"),
        "LDC204",
    ),
    "types: wrong types": (("(pick,) * steps", "(pick,) * steps + ('x',)"), "LDC201"),
    "types: a branch without return": (
        ("return (pick,)", "if steps > 1:\n        return (pick,)"),
        "LDC201",
    ),
    "dynamic: a wrong example": (("(4, 4)\n", "(4, 4, 4)\n"), "LDC108"),
    "dynamic: no answer": (
        ("(pick,) * steps", "(pick,) * (steps * 6 // (state.wind + 3))"),
        "LDC101",
    ),
    "dynamic: a wrong result": (
        ("(pick,) * steps", "(pick,) * steps if steps == 2 else (pick * 9,)"),
        "LDC102",
    ),
    "dynamic: bool is not int": (
        ("(pick,) * steps", "(pick,) * steps if steps == 2 else (pick == 1,)"),
        "LDC102",
    ),
    "properties: one that raises": (
        ("== steps\n", "== steps + 0 // (3 - steps)\n"),
        "LDC404",
    ),
}


HOSTILE = {
    "an infinite loop": (
        "x = steps\nwhile x:\n    x += 1\nreturn (pick,) * x",
        "LDC105",
    ),
    "a slow corner": (
        "x = state.wind > 1 and steps > 2\nwhile x:\n    x = x\nreturn (pick,) * steps",
        "LDC105",
    ),
    "a memory bomb": (
        "x = [0] * (10**10 if steps == 3 else 1)\nreturn (pick,) * steps * len(x)",
        "LDC101",
    ),
    "a huge answer": ("return (pick,) * (steps if steps < 3 else 10**6)", "LDC102"),
    "an order of a set": (
        "words = {'a' * n for n in range(steps, steps + 9)}\n"
        "first = (lambda many: len(next(iter(many))))(words)\n"
        "return (pick,) * (steps if steps == 2 else first)",
        "LDC104",
    ),
}


@pytest.fixture(scope="module")
def verdicts(project: Path) -> Mapping[str, Verdict]:
    """Return case -> verdict, of one run: each fault leaves the others' alone."""
    wrong = {case: changed(edit) for case, (edit, _) in WRONG.items()}
    hostile = {case: with_body(body) for case, (body, _) in HOSTILE.items()}
    cases = wrong | hostile
    told = check(TOY, [*cases.values()], root=project, states=STATES, planted=False)
    return dict(zip(cases, told, strict=True))


@pytest.mark.parametrize("case", WRONG)
def test_a_fault_is_seen_by_its_gate(
    case: str, verdicts: Mapping[str, Verdict]
) -> None:
    assert verdicts[case].outcome == "rejected"
    assert verdicts[case].findings[0].code == WRONG[case][1], verdicts[case].findings


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_function_is_contained_and_told(
    case: str, verdicts: Mapping[str, Verdict]
) -> None:
    assert verdicts[case].outcome == "rejected"
    assert verdicts[case].findings[0].code == HOSTILE[case][1], verdicts[case].findings
    assert verdicts[case].findings[0].mend


def test_an_own_property_is_as_untrusted_as_the_function(project: Path) -> None:
    slow = changed(
        (
            "    return len(brace",
            "    x = steps == 3\n    while x:\n        x = x\n    return len(brace",
        )
    )
    verdict = verdict_on(slow, project)
    assert [f.code for f in verdict.findings] == ["LDC404"]
    assert "more than 100000 steps" in verdict.findings[0].message


def test_a_verdict_does_not_hang_on_a_doctest_that_ran_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Showing a result leaves `_` among the builtins; a function may still bind it."""
    monkeypatch.setattr("builtins._", "a result", raising=False)
    brace = with_body("first, _ = (pick,) * 2\nreturn (first,) * steps")
    assert not list(policy(brace, TOY))
