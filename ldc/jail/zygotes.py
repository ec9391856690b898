"""The host's side of the zygotes: one a hash seed and state module, kept running."""

import json
import os
import socket
import subprocess
import sys
import threading
import weakref
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from ldc.errors import JailError

START_SECONDS = 20.0
"""How long a zygote or a worker may take to start on a busy machine."""

KEPT = 4
"""Zygotes that stay when no jail uses them, for the next one."""


class Zygote:
    """One process that workers are forked from; started at once, waited for later.

    Args:
        hash_seed: Order of sets, in all of its workers.
        state_module: What it imports beside the allowed modules; may be empty.
        kernel: Whether it takes namespaces of its own.
        path: Where it finds modules.
    """

    def __init__(
        self, hash_seed: int, state_module: str, kernel: bool, path: tuple[str, ...]
    ) -> None:
        self._lock = threading.Lock()
        self._hello: Mapping[str, Any] = {}
        self._control, theirs = socket.socketpair()
        self._control.settimeout(START_SECONDS)
        boot = (
            "import sys; sys.path[:] = sys.argv[1:]; del sys.argv[1:]; "
            "from ldc.jail.zygote import main; main()"
        )
        with theirs, _SamePlaces():
            process = subprocess.Popen(
                [sys.executable, "-s", "-S", "-P", "-B", "-c", boot, *path],
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd="/",
                env={"PYTHONHASHSEED": str(hash_seed)},
                start_new_session=True,
            )
        self._end = weakref.finalize(self, _end, process, self._control, os.getpid())
        told = {"state_module": state_module, "kernel": kernel}
        self._control.sendall(json.dumps(told).encode())

    def hello(self) -> Mapping[str, Any]:
        """Return what it said when it had started.

        Raises:
            JailError: It did not start, or the state module cannot be imported.
        """
        with self._lock:
            if not self._hello:
                self._hello = self._told()
        if "fault" in self._hello:
            _, place, what = self._hello["fault"]
            raise JailError(
                place,
                f"cannot be used in the jail: {what}",
                "a state module must import without side effects; try `ldc doctor`",
            )
        return self._hello

    def fork(self, channel: socket.socket) -> tuple[int, int]:
        """Fork a worker that serves a channel; return its number and its pidfd.

        Raises:
            JailError: As `hello`.
        """
        self.hello()
        with self._lock:
            try:
                socket.send_fds(self._control, [b'{"fork": 1}'], [channel.fileno()])
                body, handles, *_ = socket.recv_fds(self._control, 1 << 10, 1)
            except OSError as error:
                raise _gone(error) from error
        if not body:
            raise _gone(None)
        return int(json.loads(body)["pid"]), handles[0]

    def end(self, pid: int) -> int:
        """Kill a worker, bury it, and return its exit code, or minus its signal."""
        with self._lock:
            try:
                self._control.sendall(json.dumps({"end": pid}).encode())
                return int(self._told()["status"])
            except (OSError, JailError):
                return 0  # the zygote has ended, and its workers with it

    def alive(self) -> bool:
        """Say whether it still runs, and in this process."""
        return self._end.alive and self._end.peek()[2][0].poll() is None  # type: ignore[index]

    def close(self) -> None:
        """End it and all of its workers."""
        self._end()

    def _told(self) -> dict[str, Any]:
        try:
            body = self._control.recv(1 << 16)
        except OSError as error:
            raise _gone(error) from error
        if not body:
            raise _gone(None)
        return dict(json.loads(body))


class _SamePlaces:
    """Starts what it encloses without random addresses.

    `hash(None)` is an address, so the order of a set that holds None would change from
    zygote to zygote. A system that forbids this keeps its random addresses.
    """

    def __enter__(self) -> bool:
        from ldc.jail import syscalls  # ctypes takes a while to import

        self._call = syscalls.call
        try:
            self._before = self._call("personality", 0xFFFFFFFF)
            self._call("personality", self._before | syscalls.NO_RANDOM_ADDRESSES)
        except OSError:
            self._before = -1
        return self._before >= 0

    def __exit__(self, *_: object) -> None:
        if self._before >= 0:
            self._call("personality", self._before)


def zygote_of(hash_seed: int, state_module: str, kernel: bool) -> Zygote:
    """Return a running zygote; the same one for the same arguments."""
    path = tuple(str(Path(entry or ".").resolve()) for entry in sys.path)
    found = _zygote_of(hash_seed, state_module, kernel, path)
    if not found.alive():
        _zygote_of.cache_clear()
        found = _zygote_of(hash_seed, state_module, kernel, path)
    return found


_zygote_of = lru_cache(maxsize=KEPT)(Zygote)


def _gone(error: OSError | None) -> JailError:
    return JailError(
        "jail",
        f"the process that starts workers has ended or is stuck: {error or 'ended'}",
        "run it again; if it stays, try `ldc doctor`",
    )


def _end(
    process: "subprocess.Popen[bytes]", control: socket.socket, owner: int
) -> None:
    control.close()
    if os.getpid() == owner:  # else a copy in a process that was forked from it
        process.kill()
        process.wait()


# A forked process starts zygotes of its own.
os.register_at_fork(after_in_child=_zygote_of.cache_clear)
