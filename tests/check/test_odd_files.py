"""Files that no gate was made for: each gate, asked alone, has a verdict on them."""

from pathlib import Path

import pytest

from ldc.check import Settings, check
from ldc.check.settings import GATES
from ldc.ir import Outcome, Verdict
from tests.check.toys import BRACE, STATES, changed
from tests.toy import TOY

HEAD = "def always_as_many_steps(\n    state: State, pick: Pick, steps: Annotated[int, "

ODD = {
    "LDC205": [
        changed(
            ("    state: State, pick: Pick, steps: A", "    state, pick, steps: A")
        ),
        changed((HEAD, HEAD.replace("State,", "'State',"))),
        changed((") -> bool", ")")),
    ],
    "LDC007": [changed(("    state: State, pick", "    state: State, /, pick"))],
    "LDC202": [changed(("Ge(1), Le(3)]) -> Path", "Ge('one'), Le(3)]) -> Path"))],
    "LDC308": [changed(("Ge(1), Le(3)]) -> Path", "Ge(4), Le(3)]) -> Path"))],
    "LDC010": [
        changed(("(pick,) * steps", "not " * 400 + "pick")),
        changed(("return (pick", "break\n    return (pick")),
        changed(
            (
                "pick: Pick, steps: Annotated[int, Ge(1), Le(3)])",
                "pick: Pick,\n pick: Pick)",
            )
        ),
    ],
    "": [changed(("== steps", "== steps and brace(state, pick, steps) != ()"))],
}


def judged(gate: str, project: Path) -> dict[str, list[Verdict]]:
    settings = Settings(only=gate)
    files = [function for functions in ODD.values() for function in functions]
    verdicts = iter(
        check(TOY, files, root=project, states=STATES, settings=settings, planted=False)
    )
    return {code: [next(verdicts) for _ in ODD[code]] for code in ODD}


def test_each_is_rejected_for_its_fault(project: Path) -> None:
    for code, verdicts in judged("", project).items():
        for verdict in verdicts:
            wanted: tuple[Outcome, list[str]] = ("accepted", [])
            if code:
                wanted = ("rejected", [code])
            told = sorted({seen.code for seen in verdict.findings})
            assert (verdict.outcome, told) == wanted, verdict


@pytest.mark.parametrize("gate", GATES)
def test_a_gate_that_is_asked_alone_comes_to_a_verdict(
    gate: str, project: Path
) -> None:
    verdicts = [v for some in judged(gate, project).values() for v in some]
    assert verdicts[-1].outcome == "accepted"
    for verdict in verdicts[:-1]:
        assert dict(verdict.gates)[gate] in ("pass", "fail", "skipped")
        if gate in ("dynamic", "properties", "held-out"):
            assert verdict.outcome != "accepted", verdict


def test_what_mypy_cannot_read_hides_no_other_file(project: Path) -> None:
    wrong = changed(("(pick,) * steps", "(pick,) * steps + ('x',)"))
    files = [*ODD["LDC010"], wrong, BRACE]
    types = Settings(only="types", seed=1)
    verdicts = check(TOY, files, root=project, settings=types, planted=False)
    outcomes = [verdict.outcome for verdict in verdicts]
    assert outcomes == ["rejected"] * 4 + ["accepted"]
