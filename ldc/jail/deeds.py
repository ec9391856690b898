"""Tries in a worker what no function may do, and says what came of it.

Each deed runs with all of Python and in a worker of its own; nothing but the kernel's
wall is there to stop it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ldc.jail.host import Jail
from ldc.jail.outcomes import Raised
from ldc.jail.walls import Walls
from ldc.jail.yard import Yard

DEEDS: Mapping[str, str] = {
    "open": "import os\n    os.open('/', 0)",
    "socket": "import socket\n    socket.socket()",
    "fork": "import os\n    if not os.fork():\n        os._exit(0)",
    "thread": "import _thread\n    _thread.start_new_thread(print, ())",
    "exec": "import os\n    os.execv('/bin/true', ['true'])",
    "kill": "import os\n    os.kill(os.getpid(), 0)",
    "code": "import mmap\n    mmap.mmap(-1, 4096, prot=7)",
    "memory": "import mmap\n    mmap.mmap(-1, 1 << 30)",
    "loop": "sum(iter(int, 1))",
}
"""Name of a deed -> the body of a function that does it."""

LOOP = "loop"
"""The one that nothing but the deadline stops."""

SECONDS = 0.3
"""What the endless loop may take."""

PATIENCE = 10.0
"""What each other deed may take: on a busy machine, late is not stopped."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that was tried."""

    name: str
    stopped: bool
    what: str
    """What came of it, in words."""


def deeds(without: frozenset[str] = frozenset()) -> tuple[Deed, ...]:
    """Try each deed behind the kernel's wall alone, and say what came of it.

    Args:
        without: Layers of the wall to leave out.

    Raises:
        JailError: No worker can be started at all.
    """
    return tuple(_tried(name, body, without) for name, body in DEEDS.items())


def _tried(name: str, body: str, without: frozenset[str]) -> Deed:
    text = f"def {name}():\n    {body}\n    return 'done'\n"
    walls = Walls(policy=False, namespace=False)
    seconds = SECONDS if name == LOOP else PATIENCE
    with Yard(
        {name: text}, walls=walls, seconds=seconds, without=without, weak=True
    ) as yard:
        (outcome,) = yard.batch(name, [{}])
    if isinstance(outcome, Raised):
        return Deed(name, (outcome.fault == "late") == (name == LOOP), outcome.what)
    return Deed(name, False, str(outcome.value))


def layers(without: frozenset[str] = frozenset()) -> Mapping[str, str]:
    """Return layer of the kernel's wall -> why it does not stand, empty if it does.

    Raises:
        JailError: No worker can be started at all.
    """
    with Jail(None, (), without=without, weak=True) as jail:
        return jail.layers()
