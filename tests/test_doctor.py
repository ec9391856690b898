"""`ldc doctor` says which walls stand, and what a corpus comes to."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ldc.doctor import chosen, corpus
from ldc.doctor.walls import examine
from ldc.errors import LdcError
from ldc.jail.walls import LAYERS, NEEDED

ATTACKS = Path(__file__).parent / "jail" / "attacks"


def doctor(*words: str, cwd: Path | None = None) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-P", "-m", "ldc", "doctor", *words],
        capture_output=True,
        text=True,
        cwd=cwd,
        env={name: os.environ[name] for name in os.environ if name != "PYTHONPATH"},
        check=False,
    )


def told(*words: str, cwd: Path | None = None) -> tuple[int, Any, str]:
    done = doctor(*words, "--json", cwd=cwd)
    assert len(done.stdout.splitlines()) == 1, done.stderr
    return done.returncode, json.loads(done.stdout), done.stderr


def write(folder: Path, **files: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.py").write_text(text)
    return folder


def test_each_wall_has_a_line_and_stands() -> None:
    done = doctor()
    lines = done.stdout.splitlines()
    assert [line.split("  ")[0] for line in lines[:2]] == ["policy", "namespace"]
    assert {line.split("  ")[0] for line in lines} >= {*LAYERS, "no fork", "no loop"}
    assert all(" stands " in line for line in lines)
    assert done.returncode == 0


def test_the_walls_as_one_object() -> None:
    code, found, _ = told()
    assert (code, found["stands"]) == (0, True)
    rows = {row["wall"]: row for row in found["walls"]}
    assert {name for name in LAYERS if rows[name]["needed"]} == NEEDED


def test_a_missing_wall_is_seen_by_what_it_lets_through() -> None:
    rows = {wall.name: wall for wall in examine(frozenset({"seccomp"}))}
    assert not rows["seccomp"].stands
    assert rows["seccomp"].mend
    assert not rows["no code"].stands
    assert rows["no loop"].stands


READS = """# Reads a file.
def attack(secret_path):
    return open(secret_path).read()
"""

WRITES = """# Writes a file.
def attack(out_path):
    return open(out_path, "w").write("here")
"""


def test_a_corpus_is_told_file_by_file_then_as_one_object(tmp_path: Path) -> None:
    """The names are those of modules: the corpus is the working directory."""
    folder = write(
        tmp_path,
        json=READS,
        socket="# Loops.\ndef attack(n):\n    return sum(iter(int, 1))\n",
        signal="# Does not parse.\ndef attack(:\n",
        os="# Answers.\nattack = 3\n",
    )
    code, found, lines = told("--attacks", ".", cwd=folder)
    assert code == 0
    assert found == {
        "total": 4,
        "contained": 4,
        "escaped": [],
        "refused_by_policy": 3,
    }
    assert [line.split()[:2] for line in lines.splitlines()] == [
        ["json", "refused"],
        ["os", "refused"],
        ["signal", "refused"],
        ["socket", "contained"],
    ]


def test_an_escape_is_told_by_its_effect_and_by_the_exit_code(tmp_path: Path) -> None:
    write(tmp_path, reads=READS, writes=WRITES)
    code, found, lines = told("--attacks", str(tmp_path), "--walls", "")
    assert (code, found["escaped"]) == (1, ["reads", "writes"])
    assert found["contained"] == found["refused_by_policy"] == 0
    assert "ESCAPED (token)" in lines
    assert "ESCAPED (file)" in lines
    assert "nothing is promised" in lines


def test_honest_files_must_answer(tmp_path: Path) -> None:
    write(
        tmp_path,
        twice="def twice(n: int) -> int:\n    return 2 * n\n",
        attack="def attack(xs, text='', *, rec):\n    return [*xs, text, rec['b']]\n",
        wrong="def wrong(n: int) -> int:\n    return str(n)\n",
        falls="def falls(xs):\n    return xs[9]\n",
        looks="def looks(xs):\n    return xs.__class__\n",
    )
    code, found, lines = told("--benign", str(tmp_path))
    assert code == 1
    assert found == {"total": 5, "ran": 2, "broken": ["falls", "looks", "wrong"]}
    assert "returned: [3, 1, 2, 'a b 7', 2]" in lines
    assert "IndexError" in lines
    assert "LDC030" in lines


def test_what_is_asked_wrongly_is_told(tmp_path: Path) -> None:
    assert chosen(" kernel,policy ") == {"kernel", "policy"}
    assert chosen("") == set()
    with pytest.raises(LdcError, match="did you mean 'kernel'"):
        chosen("kernal")
    with pytest.raises(LdcError, match="no such folder"):
        corpus(tmp_path / "none")
    with pytest.raises(LdcError, match=r"there is no \*\.py"):
        corpus(tmp_path)
    both = doctor("--attacks", str(ATTACKS), "--benign", str(ATTACKS))
    assert (both.returncode, "at once" in both.stderr) == (2, True)


def test_answers_are_told_as_plain_values(tmp_path: Path) -> None:
    head = "from collections import Counter, deque, namedtuple\n"
    head += "from decimal import Decimal\nfrom enum import Enum\n"
    head += "from fractions import Fraction\n\nPair = namedtuple('Pair', 'a b')\n\n"
    head += "class Tone(Enum):\n    SOFT = 'soft'\n\ndef attack(xs):\n    return "
    values = {
        "Counter('abb')": {"a": 1, "b": 2},
        "{(1, 'x'): None, 2.5: b'ab'}": {"[1, 'x']": None, "2.5": [97, 98]},
        "Pair(1, deque([Tone.SOFT]))": [1, ["soft"]],
        "Fraction(2, 4), Decimal('1.50')": ["1/2", "1.50"],
    }
    write(tmp_path, **{f"f{n}": head + told for n, told in enumerate(values)})
    _, found, lines = told("--benign", str(tmp_path))
    assert found["broken"] == []
    assert [line.split("returned: ")[1] for line in lines.splitlines()] == [
        repr(value) for value in values.values()
    ]
