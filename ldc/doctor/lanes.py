"""Starts the process that hosts a jail, on a terminal of its own, and watches it."""

import math
import os
import pty
import select
import shutil
import socket
import subprocess
import sys
import time
import tty
from collections.abc import Mapping
from functools import cache
from typing import Any

from ldc.doctor.processes import Seen, below, kill_all
from ldc.doctor.traps import TOKEN
from ldc.doctor.wire import Spoilt, receive, send

TICK = 0.02
"""Seconds between two looks at the memory."""

APART = ("unshare", "--pid", "--fork", "--kill-child", "--mount-proc")
"""Runs a command where it sees, and can kill, no process but its own."""


KEPT = ("PATH", "LD_LIBRARY_PATH", "TMPDIR", "LDC_ALLOW_WEAK_JAIL")
"""What the host gets of our environment: an attack without walls reads all of it."""

SCREEN = 1 << 20
"""Bytes of a terminal that are kept."""


class Silent(Exception):
    """The host has not answered in time."""


class Heavy(Exception):
    """Its processes use more memory than they may."""


class Lane:
    """One host, started when it is needed.

    Args:
        walls: Which walls its jail has. Without the kernel's, it runs apart from all
            other processes where the system allows that.
        room: What all its processes may use beyond their start, in bytes.
    """

    def __init__(self, walls: frozenset[str], room: int) -> None:
        self._walls = walls
        self._room = room
        self._most = math.inf
        self._process: subprocess.Popen[bytes] | None = None
        self.token = ""
        """What the kernel shows in its environment."""
        self.idle = 0
        """Processes that it has while no worker is there."""
        self.terminal = bytearray()
        """What was written on its terminal since `forget`."""

    @property
    def started(self) -> bool:
        """Whether it runs."""
        return self._process is not None

    def start(self, environment: Mapping[str, str]) -> None:
        """Start it; the kernel keeps this environment of it for all to read."""
        self._line, theirs = socket.socketpair()
        self._screen, screen = pty.openpty()
        tty.setraw(screen)  # what is written is read as it was written
        # Not the working directory: it may hold the attacks, named as modules are.
        path = [entry for entry in sys.path if entry]
        kept = {name: os.environ[name] for name in KEPT if name in os.environ}
        command = [sys.executable, "-P", "-m", "ldc.doctor.lane", str(theirs.fileno())]
        apart = _apart() if "kernel" not in self._walls else ()
        with theirs:
            self._process = subprocess.Popen(
                [*apart, *command, ",".join(sorted(self._walls))],
                stdin=screen,
                stdout=screen,
                stderr=screen,
                env={**kept, **environment, "PYTHONPATH": os.pathsep.join(path)},
                pass_fds=(theirs.fileno(),),
                start_new_session=True,
            )
        os.close(screen)
        self.token = environment[TOKEN]
        self.forget()

    def forget(self) -> None:
        """Begin to watch anew."""
        self._drain()
        self.terminal.clear()

    def ask(self, message: Mapping[str, Any], seconds: float) -> dict[str, Any]:
        """Return the answer to a message.

        Raises:
            Silent: There is none in time.
            Heavy: It was seen to use too much.
            Spoilt: The host has gone, or says something else.
        """
        end = time.monotonic() + seconds
        self._line.settimeout(seconds)
        try:
            send(self._line, dict(message))
            while not select.select([self._line], [], [], TICK)[0]:
                self._drain()
                if self._memory() > self._most:
                    raise Heavy
                if time.monotonic() > end:
                    raise Silent
            return receive(self._line)
        except TimeoutError as error:
            raise Silent from error
        except ConnectionError as error:
            raise Spoilt("the host has gone", speaks=False) from error
        finally:
            self._drain()

    def running(self) -> tuple[Seen, ...]:
        """Return its processes."""
        return below(self._process.pid) if self._process else ()

    def settle(self) -> None:
        """Note what it is while no worker is there, once a killed one has gone."""
        still = 0
        while still < 5:
            before, self.idle = self.idle, len(self.running())
            still = still + 1 if before == self.idle else 0
            time.sleep(TICK)
        self._most = self._memory() + self._room

    def stop(self) -> None:
        """End it, and everything that came from it."""
        if self._process is None:
            return
        kill_all(self._process.pid)
        self._process.wait()
        self._line.close()
        os.close(self._screen)
        self._process, self._most = None, math.inf

    def _memory(self) -> int:
        return sum(seen.memory for seen in self.running())

    def _drain(self) -> None:
        while select.select([self._screen], [], [], 0)[0]:
            try:
                self.terminal += os.read(self._screen, 1 << 16)
                del self.terminal[SCREEN:]
            except OSError:  # nobody holds the other end any more
                return


@cache
def _apart() -> tuple[str, ...]:
    """Return how to run a command apart from all processes; () where it cannot be."""
    if not shutil.which(APART[0]):
        return ()
    for more in ((), ("--user", "--map-root-user")):
        tried = subprocess.run(
            [*APART, *more, "true"], capture_output=True, check=False
        )
        if tried.returncode == 0:
            return (*APART, *more)
    return ()
