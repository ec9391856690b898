"""`ldc check`, `ldc show`, `ldc rule`: what they print, and with which exit code."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.checked import checked
from tests.listing import ROOT
from tests.test_cli import blamed, edit, ldc

__all__ = ["checked"]

STAND = "function_base/blackjack/play/stand.py"


@pytest.fixture
def copied(checked: Path, tmp_path: Path) -> Path:
    """Give a project with blackjack's functions to break, and their verdicts."""
    shutil.copytree(checked, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture
def broken(copied: Path) -> Path:
    """Give a project whose function `stand` draws a card."""
    edit(copied / STAND, 'return "stick"', 'return "hit"')
    return copied


def test_check_accepts_the_shipped_functions() -> None:
    said = json.loads(ldc("check", "blackjack", "--json").stdout)
    assert said["accepted"] == len(said["functions"]) >= 6
    assert {f["outcome"] for f in said["functions"]} == {"accepted"}
    assert (said["rejected"], said["not_shown"]) == (0, 0)
    assert re.fullmatch(r"\d+ accepted\n", ldc("check", "blackjack").stdout)


def test_check_rejects_a_wrong_function(broken: Path) -> None:
    done = ldc("check", "blackjack/stand", at=broken, code=1)
    assert done.stdout.startswith(f"{STAND}:")
    assert "\n  mend: " in done.stdout
    assert done.stdout.endswith("1 rejected: stand\n")
    said = json.loads(ldc("check", "blackjack", "--json", at=broken, code=1).stdout)
    assert said["accepted"] == len(said["functions"]) - 1
    assert said["rejected"] == 1


def test_check_without_a_task_checks_all_of_the_project(broken: Path) -> None:
    ldc("new", "whist", "--from", "blackjack", at=broken)
    said = json.loads(ldc("check", "--json", at=broken, code=1).stdout)
    assert {f["task"] for f in said["functions"]} == {"blackjack", "whist"}
    assert (said["accepted"], said["rejected"]) == (12, 2)


def test_check_without_a_task_or_a_project_asks_for_one(tmp_path: Path) -> None:
    (tmp_path / "ldc.toml").write_text("format = 1\n")
    error = blamed("check", at=tmp_path)
    assert "there are no functions of your own here" in error
    assert "blackjack, pursuit" in error


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif", "junit"])
def test_every_format_is_whole_on_stdout(form: str, broken: Path) -> None:
    done = ldc("check", "blackjack", "--format", form, at=broken, code=1)
    begins = {
        "text": f"{STAND}:17:1: LDC108 ",
        "json": '{"accepted":6,',
        "github": f"::error file={STAND},line=17,col=1,title=LDC108::",
        "sarif": '{"$schema":',
        "junit": "<?xml ",
    }
    assert done.stdout.startswith(begins[form])
    assert "\x1b" not in done.stdout
    if form in ("json", "sarif"):
        json.loads(done.stdout)


def test_files_are_named_as_seen_from_the_working_directory(broken: Path) -> None:
    above = ldc(
        *("check", "blackjack", "--format", "github", "--project", broken.name),
        at=broken.parent,
        code=1,
    )
    assert above.stdout.startswith(f"::error file={broken.name}/{STAND},")
    below = ldc("check", "blackjack", at=broken / "function_base", code=1)
    assert below.stdout.startswith(f"{STAND}:")


def test_an_unknown_format_or_gate_is_one_error() -> None:
    error = blamed("check", "blackjack", "--format", "xml")
    assert "known: github, json, junit, sarif, text" in error
    error = blamed("check", "blackjack", "--only", "mutant")
    assert "did you mean 'mutants'? known: dynamic, " in error


def test_one_gate_alone_sees_its_own_faults_only(broken: Path) -> None:
    done = ldc("check", "blackjack", "--only", "types", at=broken)
    assert done.stdout == "7 accepted by types alone\n"
    ldc("check", "blackjack", "--only", "dynamic", at=broken, code=1)


def test_fix_mends_the_files_of_the_project_only(tmp_path: Path) -> None:
    (tmp_path / "ldc.toml").write_text("format = 1\n")
    error = blamed("check", "blackjack", "--fix", at=tmp_path)
    assert "is not yours to mend" in error and "ldc new NAME" in error


def test_fix_mends_before_it_checks(copied: Path) -> None:
    before = 'return "stick"'
    after = 'if state.total > 17:\n        return "stick"\n    return "stick"'
    needless = after.replace("\n    return", "\n    else:\n        return")
    edit(copied / STAND, before, needless)
    asked = ("check", "blackjack/stand", "--only", "rules")
    assert "LDC021" in ldc(*asked, at=copied, code=1).stdout
    done = ldc(*asked, "--fix", at=copied)
    assert done.stderr == f"mended {STAND}\n"
    assert done.stdout == "1 accepted by rules alone\n"
    assert after in (copied / STAND).read_text("utf-8")


def test_show_prints_the_proof_sheet() -> None:
    text = ldc("show", "blackjack/stand").stdout
    assert text.startswith(
        f"stand(state: State, aim: Aim) -> Choice\n{STAND}, written by hand\n"
    )
    assert "  Use it when the total has reached the aim.\n" in text
    assert '\n  20      return "stick"\n' in text
    for line in (
        "verdict   accepted, ",
        "pass      source, policy, rules, spec, types, dynamic, properties, mutants,",
        "examples  200 inputs\n",
        "branches  1 of 1 reached\n",
        "mutants   1 of 1 killed (100%)\n",
        "a call    ",
    ):
        assert f"\n{line}" in text
    assert text.endswith('grammar   stand: " stand(state=state, aim=aim)"\n')
    assert all(len(line) <= 80 for line in text.splitlines())


def test_show_tells_what_is_wrong(broken: Path) -> None:
    text = ldc("show", "blackjack/stand", at=broken).stdout
    assert "verdict   rejected, " in text
    assert "\nfail      dynamic\nskipped   properties, mutants, held-out\n" in text
    assert "grammar   not in it\n" in text
    assert f"\n{STAND}:17:1: LDC108 " in text
    (broken / "function_base/blackjack/provenance.json").write_text("{}")
    text = ldc("show", "blackjack/stand", at=broken).stdout
    assert f"\n{STAND}, writer not recorded\n" in text


def test_show_shows_a_function_whatever_the_other_files_are(broken: Path) -> None:
    other = broken / "function_base/blackjack/play/draw.py"
    other.write_text("def draw(\n")
    text = ldc("show", "blackjack/stand", at=broken).stdout
    assert text.startswith("stand(state: State, aim: Aim) -> Choice\n")
    assert f"\n{STAND}:17:1: LDC108 " in text
    text = ldc("show", "blackjack/draw", at=broken).stdout
    place = "function_base/blackjack/play/draw.py"
    assert text.startswith(f"{place} holds no function\n\n{place}:1:9: LDC006 ")
    said = json.loads(ldc("show", "blackjack/draw", "--json", at=broken).stdout)
    assert (said["outcome"], said["manual"], said["source"]) == ("rejected", "", "")
    assert "did you mean 'draw'?" in blamed("show", "blackjack/drow", at=broken)
    assert "names no function" in blamed("show", "blackjack", at=broken)


def test_show_as_json_is_the_verdict_and_more() -> None:
    said = json.loads(ldc("show", "blackjack/stand", "--json").stdout)
    checked = json.loads(ldc("check", "blackjack/stand", "--json").stdout)
    (verdict,) = checked["functions"]
    assert said.items() >= {**verdict, "cached": said["cached"]}.items()
    assert said["source"] == (ROOT / STAND).read_text("utf-8")
    assert said["manual"].startswith("Take no more cards")
    assert said["origin"] == "written by hand"


def test_rule_prints_its_page() -> None:
    assert ldc("rule", "ldc301").stdout.startswith("LDC301 wrong-arguments: ")
    said = json.loads(ldc("rule", "LDC301", "--json").stdout)
    assert (said["name"], said["gate"]) == ("wrong-arguments", "rules")
    assert "no page for the code 'LDC999'" in blamed("rule", "LDC999")


def test_rule_lists_all_rules() -> None:
    rules = json.loads(ldc("rule", "--json").stdout)["rules"]
    assert len(rules) >= 25
    assert all(r.keys() == {"code", "name", "summary", "gate"} for r in rules)
    text = ldc("rule").stdout
    for rule in rules:
        assert f"\n  {rule['code']} {rule['name']}: {rule['summary']}" in text


def readme_yaml(first: str) -> dict[str, Any]:
    """Return the one YAML block of README that begins so."""
    yaml = pytest.importorskip("yaml")
    text = (ROOT / "README.md").read_text("utf-8")
    (block,) = re.findall(rf"```yaml\n({first}.*?)```", text, re.DOTALL)
    parsed = yaml.safe_load(block)
    assert isinstance(parsed, dict)
    return parsed


def test_the_workflow_in_readme_runs_what_exists(broken: Path) -> None:
    steps = readme_yaml("name: functions")["jobs"]["check"]["steps"]
    commands = [step["run"].split() for step in steps if "run" in step]
    assert all(("run" in step) is not ("uses" in step) for step in steps)
    install, (ldc_, *check), (pytest_, *functions) = commands
    assert (install[0], ldc_, pytest_) == ("pip", "ldc", "pytest")
    notes = ldc(*check, at=broken, code=1).stdout
    assert notes.startswith(f"::error file={STAND},")
    tested = subprocess.run(
        [sys.executable, "-m", "pytest", *functions],
        cwd=broken,
        capture_output=True,
        text=True,
        check=False,
    )
    assert tested.returncode == 1 and "stand.py" in tested.stdout


def test_the_hook_for_pre_commit_is_the_one_in_readme(copied: Path) -> None:
    yaml = pytest.importorskip("yaml")
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    (source,) = readme_yaml("repos:")["repos"]
    assert [used["id"] for used in source["hooks"]] == [hook["id"]]
    assert hook["language"] == "python" and hook["pass_filenames"] is False
    assert re.match(hook["files"], STAND)
    assert re.match(hook["files"], "tasks/whist/state.py")
    assert not re.match(hook["files"], "README.md")
    program, *arguments = hook["entry"].split()
    assert program == "ldc"
    assert ldc(*arguments, at=copied).stdout == "7 accepted\n"
