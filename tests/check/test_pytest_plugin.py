"""`pytest function_base` runs what function files claim, in an editor too."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
STAND = ROOT / "function_base" / "blackjack" / "play" / "stand.py"


def run_pytest(project: Path, source: str) -> str:
    """Return what pytest says about one function of blackjack."""
    folder = project / "function_base" / "blackjack" / "play"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "stand.py").write_text(source)
    boot = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); import pytest; pytest.main()"
    )
    options = "-p ldc.check.pytest_plugin -p no:cacheprovider -v function_base"
    done = subprocess.run(
        [sys.executable, "-c", boot, *options.split()],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


def test_a_good_file_passes(tmp_path: Path) -> None:
    said = run_pytest(tmp_path, STAND.read_text())
    assert "stand.py::always_no_card PASSED" in said
    assert "stand.py::stand examples PASSED" in said
    assert "2 passed" in said


def test_a_broken_one_shows_the_smallest_input(tmp_path: Path) -> None:
    wrong = STAND.read_text().replace(
        'return "stick"', 'return "stick" if state.total < 30 else "hit"'
    )
    said = run_pytest(tmp_path, wrong)
    assert (
        "always_no_card does not hold for "
        "state=State(total=30, dealer=1, ace=False), aim=12"
    ) in said
    assert "1 failed, 1 passed" in said
    said = run_pytest(
        tmp_path, STAND.read_text().replace("        'stick'", "        'hit'")
    )
    assert "Expected:" in said


def test_what_the_policy_refuses_is_not_loaded(tmp_path: Path) -> None:
    touch = f"open({str(tmp_path / 'loaded')!r}, 'w')\n\n\n"
    said = run_pytest(tmp_path, touch + STAND.read_text())
    assert "LDC033 outside-world: 'open'" in said
    assert not (tmp_path / "loaded").exists()


def test_a_property_that_nothing_can_be_tried_on_fails(tmp_path: Path) -> None:
    said = run_pytest(
        tmp_path,
        "from typing import Annotated\n\nfrom annotated_types import Ge, Lt\n\n"
        + STAND.read_text().replace(
            "always_no_card(state: State, aim: Aim)",
            "always_no_card(state: State, aim: Annotated[int, Ge(5), Lt(5)])",
        ),
    )
    assert "always_no_card was tried on nothing" in said
    assert "1 failed, 1 passed" in said
