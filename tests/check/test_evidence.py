"""What a verdict rests on: inputs, held-out ones, regressions, twins, single gates."""

from dataclasses import replace
from pathlib import Path

import pytest

from ldc import store, tasks
from ldc.check import Cluster, Settings, check, pool, recorded
from ldc.check.pool import Pool
from ldc.check.recorded import LARGEST, keep_states, read_states
from ldc.check.regressions import FILE, read_regressions
from ldc.check.rulebook import entry_of
from ldc.check.settings import GATES
from ldc.errors import DatasetError, LdcError
from ldc.ir import Function, TaskSpec, Verdict
from tests.check.toys import BASE, BRACE, ROOT, STATES, changed, with_body
from tests.toy import TOY
from tests.toy.state import Path as Walk
from tests.toy.state import State


def judged(
    function: Function, root: Path, task: TaskSpec = TOY, **dials: str
) -> Verdict:
    settings = Settings(**dials)  # type: ignore[arg-type]
    (verdict,) = check(task, (function,), root=root, settings=settings, planted=False)
    return verdict


def test_inputs_are_drawn_once_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "_memory", {})
    wanted = {"pick": BRACE.signature.parameters[1].annotation}
    first = Pool(TOY, STATES, Settings(), tmp_path, "ground")
    drawn = first.inputs(wanted, "shown")
    assert len(drawn) == 200
    monkeypatch.setattr(pool, "_memory", {})  # as in another process
    again = Pool(TOY, STATES, Settings(), tmp_path, "ground")
    assert again.inputs(wanted, "shown") == drawn
    assert len([*tmp_path.iterdir()]) == 2  # the states, and this signature
    other = Pool(TOY, STATES, Settings(seed=1), tmp_path, "ground")
    assert other.inputs(wanted, "shown") != drawn


def test_recorded_states_are_shown_or_held_out(tmp_path: Path) -> None:
    inputs = Pool(TOY, STATES, Settings(), tmp_path, "ground").inputs
    shown = [row["state"] for row in inputs({}, "shown")]
    held = [row["state"] for row in inputs({}, "held out")]
    recorded = [*dict.fromkeys(STATES)]
    assert shown[: len(recorded[::2])] == recorded[::2]
    assert held[: len(recorded[1::2])] == recorded[1::2]
    assert len(shown) == len(held) == 200  # the rest is made by type


def test_a_damaged_input_file_is_drawn_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "_memory", {})
    drawn = Pool(TOY, STATES, Settings(), tmp_path, "ground").inputs({}, "shown")
    (file,) = tmp_path.iterdir()
    for damaged in ("", "[{}]", '[{"state": "[1]"}]'):
        file.write_text(damaged)
        monkeypatch.setattr(pool, "_memory", {})
        again = Pool(TOY, STATES, Settings(), tmp_path, "ground").inputs({}, "shown")
        assert again == drawn


def test_a_counterexample_is_kept_and_tried_again(
    project: Path, tmp_path: Path
) -> None:
    rare = with_body("return (pick,) * (steps if state.wind != -2 else 1)")
    folder = tmp_path / "function_base" / "toy"
    verdict, *_ = check(TOY, (rare,), root=project, folder=folder, planted=False)
    assert verdict.outcome == "rejected"
    (row,) = store.read_jsonl(folder / FILE)
    assert row["function"] == "brace"
    assert set(row["arguments"]) == {"state", "pick", "steps"}
    # With next to no drawn inputs, only the kept one shows the fault.
    few = Settings(examples=1, large=1, only="properties")
    for where, outcome in ((folder, "rejected"), (None, "not_shown")):
        (again,) = check(
            TOY, (rare,), root=project, folder=where, settings=few, planted=False
        )
        assert again.outcome == outcome
    check(TOY, (rare,), root=project, folder=folder, planted=False)
    assert len(read_regressions(folder)["brace"]) == 1


def test_a_table_of_the_shown_inputs_is_held_out(project: Path) -> None:
    def always_short(state: State, path: Walk) -> bool:
        return len(path) <= 2

    hidden = replace(TOY, held_out={"path": (always_short,)})
    brace = changed(("into the wind", "into a wind"))
    verdict = judged(brace, project, hidden, only="held-out")
    assert [f.code for f in verdict.findings] == ["LDC601"]
    told = str(verdict.findings[0]) + str(verdict.counterexamples)
    assert "always_short" not in told
    assert "State(" not in told


def test_twins_are_told_and_not_rejected(project: Path) -> None:
    text = BRACE.source.replace("brace", "lean").replace(
        "return (pick,) * steps", "return tuple(pick for _ in range(steps))"
    )
    lean = replace(
        changed(),
        name="lean",
        source=text,
        path=BRACE.path.replace("brace", "lean"),
        digest="lean",
    )
    verdicts = check(TOY, (*BASE, lean), root=project, states=STATES)
    assert [v.outcome for v in verdicts] == ["accepted"] * 5
    told = {v.function.name: [f.code for f in v.findings] for v in verdicts}
    assert told["lean"] == ["LDC502"]
    assert not told["brace"]


def test_those_that_differ_in_the_large_sample_alone_are_no_twins(
    project: Path, tmp_path: Path
) -> None:
    inputs = Pool(TOY, (), Settings(), tmp_path, "ground").inputs
    types = {p.name: p.annotation for p in BRACE.signature.parameters}
    shown = [dict(row) for row in inputs(types, "shown")]
    rare = next(r for r in inputs(types, "large") if dict(r) not in shown)
    state, pick, steps = rare["state"], rare["pick"], rare["steps"]
    lean = with_body(
        f"if state.balls == {state.balls} and state.wind == {state.wind} and "
        f"state.sign == {state.sign!r} and (pick, steps) == {pick, steps}:\n"
        f"    return (pick,) * (4 - steps)\nreturn (pick,) * steps"
    )
    verdict = judged(lean, project, only="properties")
    assert verdict.outcome == "accepted"
    assert verdict.behaviour != judged(BRACE, project, only="properties").behaviour


def test_twins_are_no_gate(project: Path) -> None:
    assert entry_of("LDC502").gate == "twins"
    with pytest.raises(LdcError, match="twins are no gate"):
        judged(BRACE, project, only="twins")


FAULTS = {
    "source": ("small", "sm\u202eall"),
    "policy": ("(pick,) * steps", "eval('x')"),
    "rules": ("    Returns:\n        The ball, once for each step.\n\n", ""),
    "spec": ("-> Path:", "-> Pick:"),
    "types": ("(pick,) * steps", "(pick, None) * steps"),
    "dynamic": ("(pick,) * steps", "(pick,) * (6 // (steps - 2))"),
    "properties": ("(pick,) * steps", "(pick,) * 2"),
    "held-out": ("(pick,) * steps", "(pick,) * 2"),
}


@pytest.mark.parametrize("gate", FAULTS)
def test_each_gate_judges_alone(gate: str, project: Path) -> None:
    verdict = judged(changed(FAULTS[gate]), project, only=gate)
    assert verdict.outcome == "rejected", verdict
    statuses = dict(verdict.gates)
    assert statuses[gate] == "fail"
    asked = {g for g, status in statuses.items() if status != "skipped"}
    assert asked <= {gate, "source", "policy"}
    assert judged(BRACE, project, only=gate).outcome == "accepted"


def test_nothing_is_called_before_the_policy_has_passed(project: Path) -> None:
    verdict = judged(changed(FAULTS["policy"]), project, only="dynamic")
    assert dict(verdict.gates)["policy"] == "fail"
    assert dict(verdict.gates)["dynamic"] == "skipped"


def test_an_unknown_gate_is_named(project: Path) -> None:
    with pytest.raises(LdcError, match="did you mean 'types'"):
        judged(BRACE, project, only="type")
    assert len(GATES) == 9


def test_states_of_play_are_kept_and_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    met = [State(balls=(1 + n % 5,), wind=n % 7 - 3, sign="") for n in range(1000)]
    assert keep_states(TOY, tmp_path, met) == 35  # so many are different
    assert read_states(TOY, tmp_path) == tuple(dict.fromkeys(met))
    monkeypatch.setattr(recorded, "LARGEST", 300)
    assert keep_states(TOY, tmp_path, met) == 12  # every third
    assert (tmp_path / "states.jsonl").stat().st_size <= 300
    assert read_states(TOY, tmp_path) == tuple(dict.fromkeys(met))[::3]
    (tmp_path / "states.jsonl").write_text('{"state": [[9], 0, 0]}\n')
    with pytest.raises(DatasetError, match=r"states.jsonl:1: no state of toy"):
        read_states(TOY, tmp_path)


@pytest.mark.parametrize("name", ["pursuit", "blackjack"])
def test_the_shipped_bases_are_tried_on_states_of_play(name: str) -> None:
    folder = ROOT / "function_base" / name
    states = read_states(tasks.load(name, ROOT), folder)
    assert len(states) == len(set(states)) > 50
    assert (folder / "states.jsonl").stat().st_size <= LARGEST


def test_a_cluster_that_is_not_there_is_told_so(project: Path) -> None:
    nowhere = Cluster(address="localhost:1", load=lambda: TOY)
    with pytest.raises(LdcError, match="--ray localhost:1: "):
        check(
            TOY,
            (changed(("into the wind", "into any wind")),),
            root=project,
            settings=Settings(only="dynamic"),
            planted=False,
            cluster=nowhere,
        )
