"""The three walls around a function, and the layers of the kernel's wall."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Walls:
    """Which walls stand; all do, except where each is tried alone."""

    policy: bool = True
    """What may be written at all. `ldc.check` asks it, before anything gets here."""
    namespace: bool = True
    """Only allowed builtins and modules exist; else a function gets all of Python."""
    kernel: bool = True
    """The layers below."""


ALL = Walls()

LAYERS: Mapping[str, str] = {
    "namespaces": "own user, network, IPC, UTS, mount and PID namespaces",
    "limits": "memory, processor time, no core, no file grows",
    "root": "an empty folder is the whole file system",
    "user": "no right of the superuser is left",
    "parent": "the worker dies with its zygote",
    "privileges": "none can be gained again (no_new_privs)",
    "landlock": "no file, no TCP port, no signal: an empty rule set",
    "descriptors": "none can be opened (NOFILE 0)",
    "seccomp": "no system call but memory, clock, and the one channel",
}
"""Layer of the kernel's wall -> what it does, in the order in which they are raised."""

NEEDED = frozenset({"limits", "privileges", "descriptors", "seccomp"})
"""Layers without which the kernel's wall does not stand.

With these four alone every deed of `ldc.jail.deeds` fails (a test takes the others
away). The others stand behind them, for the day when one of the four has a hole; where
they cannot be raised, as in most containers, `ldc doctor` says so and work goes on.
"""


def missing(layers: Mapping[str, str]) -> str:
    """Return which needed layers do not stand, and why, in words; empty if all do.

    Args:
        layers: Layer -> why it does not stand, empty where it does.
    """
    gone = [f"{name} ({why})" for name, why in layers.items() if why and name in NEEDED]
    return ", ".join(gone)
