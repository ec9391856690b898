"""Runs functions that may be hostile behind three walls, at ordinary speed.

**What is guarded.** The files, secrets, network and processes of whoever runs ldc; the
processor and memory of the machine; and the answers of other functions.

**Against whom.** A function file written by a model, or by somebody through one: any
text, made to do harm. Its author knows this code. Trusted are: the task's own folder,
the host process, Python itself, the kernel.

**The walls**, each tried alone and together (`tests/jail`, `ldc doctor --attacks`):

1. *policy* (`ldc.check.policy`): what may be written at all; an allow-list.
2. *namespace* (`allowed`, `modules`): only listed builtins and modules exist.
3. *kernel* (`layers`, `seccomp`): a worker is forked from a zygote that has namespaces
   of its own and an empty environment; it has no descriptor but one socket, limits, no
   file system, no user's rights, no new privileges, an empty Landlock rule set, and a
   filter that leaves it memory, the clock and that socket.

Around them: a timer in the worker, and the host's own deadline with SIGKILL; answers
are size-capped JSON, ended by a random seal that no function finds, and rebuilt by
their declared type, never unpickled. A worker that does anything unasked is killed,
none of its unsealed answers count, and each call it left is tried alone in a new one.

The kernel's wall stands when its needed layers do (`walls.NEEDED`); then every deed of
`deeds` fails. The rest stands behind them and may be missing in a container. Where a
needed layer is missing, nothing runs unless a weak jail is allowed.

**What this does not promise.**

- Nothing against a hole in the kernel behind the calls that are left, in CPython behind
  an address (addresses are not random in a worker, so that answers are), or in the
  processor: side channels, timing.
- Nothing about a function that is simply wrong, or right only sometimes: `ldc.check`.
- Functions of one base share a worker. One that gets past policy *and* namespace can
  change what the others answer there, until the worker ends; it can do nothing else.
- With the kernel's wall off, or with a weak jail, nothing is promised.
- Limits are of one worker: many at once take as many times as much.

**For whom that is enough.** For running what a model has written on a machine that
matters, under a user whose other secrets are not worth a hole in the kernel. Functions
of strangers against a fleet want a virtual machine around all of this.
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
