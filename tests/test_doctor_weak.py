"""The doctor on machines that forbid things, played by a filter of our own."""

import json
import platform
import subprocess
import sys
from pathlib import Path

import pytest

BOOT = """
import json, os, sys
from ldc.jail import syscalls
from ldc.jail.seccomp import _on, _step
refuse, allow = 0x00050001, 0x7FFF0000
steps = [_step(0x20, 0)]
for number in json.loads(sys.argv[1]):
    steps += _on(number, [_step(0x06, refuse)])
if sys.argv[2] == "no filters":
    options = [_step(0x20, 16), _step(0x15, 22, 0, 1), _step(0x06, refuse)]
    steps += _on(157, [*options, _step(0x06, allow)])
syscalls.gain_nothing()
syscalls.filter_calls(b"".join([*steps, _step(0x06, allow)]))
os.execv(sys.executable, [sys.executable, "-m", "ldc", "doctor", *sys.argv[3:]])
"""

UNSHARE, MOUNT, CHROOT, LANDLOCK, PIDFD = 272, 165, 161, 444, 434

CONTAINER = [UNSHARE, MOUNT, CHROOT, LANDLOCK, PIDFD]
"""What most containers refuse."""

ATTACKS = Path(__file__).parent / "jail" / "attacks"

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or platform.machine() != "x86_64",
    reason="the numbers of the calls are those of x86_64",
)


def doctor(
    refused: list[int], *words: str, filters: bool = True
) -> "subprocess.CompletedProcess[str]":
    """Run the doctor on a machine that refuses these system calls."""
    kept = "filters" if filters else "no filters"
    return subprocess.run(
        [sys.executable, "-c", BOOT, json.dumps(refused), kept, *words],
        capture_output=True,
        text=True,
        check=False,
    )


def picked(folder: Path, *names: str) -> str:
    for name in names:
        (folder / f"{name}.py").symlink_to(ATTACKS / f"{name}.py")
    return str(folder)


def test_without_filters_it_says_what_is_missing_and_how_to_mend_it() -> None:
    done = doctor([], filters=False)
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    (place,) = (n for n, line in enumerate(lines) if line.startswith("seccomp"))
    assert "missing" in lines[place]
    assert "mend: use Linux" in lines[place + 1]
    assert any(line.startswith("no code ") and "missing" in line for line in lines)


def test_without_filters_nothing_is_run_unless_it_is_allowed(tmp_path: Path) -> None:
    """Nothing was tried, so nothing may be called contained."""
    folder = picked(tmp_path, "c_sum_range", "memory_list")
    done = doctor([], "--attacks", folder, "--json", filters=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "the kernel's wall does not stand here: seccomp" in done.stderr
    assert "mend: " in done.stderr
    asked = ("--attacks", folder, "--json", "--allow-weak-jail")
    done = doctor([], *asked, filters=False)
    assert json.loads(done.stdout)["total"] == 2


def test_in_a_container_the_layers_that_are_left_contain(tmp_path: Path) -> None:
    names = ("walk_fork", "walk_kill_parent", "walk_read", "walk_socket", "c_sum_iter")
    folder = picked(tmp_path, *names)
    asked = ("--attacks", folder, "--json", "--walls", "namespace,kernel")
    done = doctor(CONTAINER, *asked)
    assert json.loads(done.stdout)["escaped"] == []
    found = doctor(CONTAINER, "--json")
    rows = {row["wall"]: row for row in json.loads(found.stdout)["walls"]}
    assert not rows["namespaces"]["stands"]
    assert rows["namespaces"]["mend"]
    assert found.returncode == 0


def test_in_a_container_escapes_are_seen_and_swept_up(tmp_path: Path) -> None:
    """Without namespaces of their own, what the attacks leave is killed one by one."""
    names = ("fork_daemon", "signal_kill_parent", "file_read_open")
    done = doctor(
        CONTAINER, "--attacks", picked(tmp_path, *names), "--json", "--walls", ""
    )
    assert json.loads(done.stdout)["escaped"] == sorted(names)
    assert done.returncode == 1
