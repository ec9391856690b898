"""Runs untrusted functions in a process of their own, and checks what they answer.

Walls: only allowed builtins and modules exist; an empty environment; limits on memory,
processor time, files (none), file size (none) and processes; no new privileges; a
deadline a call, kept by the host with SIGKILL; answers are size-capped JSON with a
random id, rebuilt by their declared type, never unpickled; the worker dies with the
host.

What this does NOT cover, yet: system calls are not filtered, and the worker has no
network or mount namespace of its own, so code that escapes Python's namespace can act
as the user, except for what the limits forbid; run as root, the limit on processes has
no effect. What no jail covers: bugs of the kernel, side channels, and a function that
is simply wrong. The policy of `check` stands before this wall, and does not replace it.
"""

from ldc.jail.host import Jail
from ldc.jail.lab import Lab, Measure, Tested
from ldc.jail.outcomes import CallFailed, Raised, Returned, WeakJail
from ldc.jail.walls import ALL, Walls
from ldc.jail.yard import Yard

__all__ = [
    "ALL",
    "CallFailed",
    "Jail",
    "Lab",
    "Measure",
    "Raised",
    "Returned",
    "Tested",
    "Walls",
    "WeakJail",
    "Yard",
]
