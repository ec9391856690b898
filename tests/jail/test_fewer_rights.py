"""The jail on machines that forbid it things, as containers and old kernels do.

A filter of our own plays such a machine: it refuses the calls that raise the layers.
"""

import json
import platform
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ldc.jail.walls import NEEDED
from tests.jail.test_walls import needs_kernel

ROOT = Path(__file__).parents[2]

MACHINE = """
import json, sys
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

from ldc.jail import WeakJail, Yard
from ldc.jail.deeds import deeds, layers
told = {"layers": dict(layers()), "done": [d.name for d in deeds() if not d.stopped]}
with Yard({"go": "def go():\\n    return 1\\n"}) as yard:
    try:
        told["says"] = str(yard.batch("go", [{}]))
    except WeakJail as error:
        told["says"] = str(error)
print(json.dumps(told))
"""

UNSHARE, MOUNT, CHROOT, LANDLOCK, PIDFD, PERSONALITY = 272, 165, 161, 444, 434, 135

pytestmark = [
    needs_kernel,
    pytest.mark.skipif(
        not sys.platform.startswith("linux") or platform.machine() != "x86_64",
        reason="the numbers of the calls are those of x86_64",
    ),
]


def on_a_machine_without(calls: list[int], filters: bool = True) -> Any:
    """Return what the jail says of itself where these calls are refused."""
    done = subprocess.run(
        [
            *(sys.executable, "-c", MACHINE, json.dumps(calls)),
            "filters" if filters else "no filters",
        ],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT)},
    )
    assert done.stdout, done.stderr
    return json.loads(done.stdout)


def test_a_container_without_namespaces_and_landlock_runs_and_says_so() -> None:
    refused = [UNSHARE, MOUNT, CHROOT, LANDLOCK, PIDFD, PERSONALITY]
    told = on_a_machine_without(refused)
    lacking = {name for name, why in told["layers"].items() if why}
    assert {"namespaces", "root", "landlock"} <= lacking
    assert not lacking & NEEDED
    assert told["layers"]["landlock"] == "Operation not permitted"
    assert told["done"] == []
    assert told["says"] == "[Returned(value=1)]"


def test_without_filters_nothing_runs_unless_it_is_allowed() -> None:
    told = on_a_machine_without([], filters=False)
    assert told["layers"]["seccomp"] == "Operation not permitted"
    assert "the kernel's wall does not stand here: seccomp" in told["says"]
    assert "--allow-weak-jail" in told["says"]
    assert "code" in told["done"]
