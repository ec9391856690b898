"""How a corpus is read, what its functions are given, and which answers fit."""

from pathlib import Path
from typing import Any

import pytest

from ldc.doctor.answers import fits
from ldc.doctor.files import read_file
from ldc.doctor.processes import below
from ldc.doctor.refusal import refusal
from ldc.doctor.traps import Traps

OFFERED = {"xs": [3, 1, 2], "n": 3, "text": "a b 7"}


@pytest.mark.parametrize(
    ("source", "name", "given"),
    [
        ("def attack(n, xs=(), other=1): ...", "attack", {"n", "xs"}),
        ("def attack(*, text: str) -> str: ...", "attack", {"text"}),
        ("def attack(n, **rest): ...", "attack", {"xs", "n", "text"}),
        ("async def attack(n): ...", "attack", {"n"}),
        ("attack = lambda text: text", "attack", {"text"}),
        ("def _f(xs): ...\nattack = _f", "attack", {"xs"}),
        ("class attack:\n    def __init__(self, n): ...", "attack", {"n"}),
        ("from os import fork as attack", "attack", {"xs", "n", "text"}),
        ("def helper(n): ...\ndef sample(xs): ...", "sample", {"xs"}),
        ("def _help(n): ...\ndef other(xs): ...", "other", {"xs"}),
        ("x = 3", "attack", set()),
    ],
)
def test_a_function_is_found_and_given_what_it_names(
    source: str, name: str, given: set[str], tmp_path: Path
) -> None:
    path = tmp_path / "sample.py"
    path.write_text(f"# What it tries.\n{source}\n")
    file = read_file(path)
    assert (file.name, file.title) == (name, "What it tries.")
    assert file.arguments(OFFERED) == {key: OFFERED[key] for key in given}


@pytest.mark.parametrize(
    "source", [b"def attack(:", b"\xff\xfe", b"a\x00b", b"(" * 400, b"-" * 200_000]
)
def test_what_cannot_be_read_is_an_error_of_the_file(
    source: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "sample.py"
    path.write_bytes(source)
    with pytest.raises((SyntaxError, ValueError, RecursionError, MemoryError)):
        read_file(path)


@pytest.mark.parametrize(
    ("value", "spelled", "does"),
    [
        (3, "int", True),
        (True, "int", False),
        (3, "float", True),
        (3.0, "int", False),
        ("3", "'int'", False),
        (None, "int | None", True),
        (None, "Optional[int]", True),
        ("a", "Union[int, str]", True),
        ([1, "a"], "list[int]", False),
        ([1, 2], "List[int]", True),
        ([1, 2], "tuple[int, ...]", True),
        ([1, 2], "tuple[int]", False),
        ([], "tuple[()]", True),
        ({"a": [1]}, "dict[str, list[int]]", True),
        ({"a": ["x"]}, "Dict[str, list[int]]", False),
        ("anything", "Shape[int]", True),
        ("anything", "", True),
        ("anything", "not python (", True),
    ],
)
def test_an_answer_fits_what_is_declared(value: Any, spelled: str, does: bool) -> None:
    assert fits(value, spelled) is does


def test_refused_is_what_the_policy_refuses_and_what_is_no_function(
    tmp_path: Path,
) -> None:
    path = tmp_path / "sample.py"
    for source, reason in {
        "def attack(n):\n    return n": "",
        "def attack(n):\n    return n.__class__": "line 2: LDC030",
        "def attack(n):\n    return n  # noqa": "line 2: LDC004",
        "attack = 3": "it defines no function 'attack'",
    }.items():
        path.write_text(source + "\n")
        assert refusal(read_file(path)).startswith(reason)
        assert bool(refusal(read_file(path))) is bool(reason)


def test_traps_see_what_touches_them() -> None:
    import os
    import socket

    with Traps() as traps:
        seen = traps.appeared, traps.was_reached, traps.was_harmed
        assert not any(look() for look in seen)
        traps.out.symlink_to("nowhere")
        socket.create_connection(("127.0.0.1", traps.port)).close()
        os.utime(traps.secret, (1, 1))
        assert all(look() for look in seen)
    with Traps() as traps:
        traps.secret.unlink()
        assert traps.was_harmed()
        assert not traps.appeared()


def test_processes_below_are_seen_with_their_threads() -> None:
    import os
    import subprocess

    with subprocess.Popen(["sh", "-c", "sleep 9 & sleep 9"]) as process:
        found = below(os.getpid())
        while len(found) < 4:
            found = below(os.getpid())
        assert {process.pid, os.getpid()} < {seen.pid for seen in found}
        assert next(s for s in found if s.pid == process.pid).threads == 1
        for seen in below(process.pid):
            os.kill(seen.pid, 9)
