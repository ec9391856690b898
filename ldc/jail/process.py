"""One worker process, and the framed socket to it, kept to deadlines by the host."""

import contextlib
import json
import marshal
import os
import secrets
import select
import signal
import socket
import time
import weakref
from collections.abc import Iterator
from typing import Any, Literal

from ldc.jail.channel import MAX_FRAME, OLD, SEAL
from ldc.jail.zygotes import START_SECONDS, Zygote

Fault = Literal["raised", "misfit", "argument", "late", "died", "hostile", "skipped"]
"""Why a call has no result: the function raised; it returned another type than it
declares; the arguments do not fit; it passed the deadline; the worker died; it made a
forbidden system call, or the answer was not one; not tried, because the batch had
killed too many workers."""

GRACE = 0.05 + OLD
"""What the host waits beyond a call's own time, in seconds: the worker's timer is
first, and answers come in heaps."""


class WorkerLost(Exception):
    """The worker was late, died, or spoke out of turn."""

    def __init__(self, fault: Fault, what: str) -> None:
        super().__init__(what)
        self.fault: Fault = fault
        self.what = what


class Worker:
    """One process and the socket to it.

    Args:
        zygote: Forks it.

    Raises:
        JailError: The zygote has not started.
    """

    def __init__(self, zygote: Zygote) -> None:
        self._zygote = zygote
        self._host, theirs = socket.socketpair()
        self._host.setblocking(False)
        self._news, self._room = select.poll(), select.poll()
        self._news.register(self._host, select.POLLIN)
        self._room.register(self._host, select.POLLOUT)
        self._buffer = bytearray()
        self._seal = ""
        self._ended = 0
        self.used = 0
        """Messages answered."""
        with theirs:
            self.pid, self._handle = zygote.fork(theirs)
        self._release = weakref.finalize(self, os.close, self._handle)

    def ask(self, message: dict[str, Any], seconds: float) -> list[Any]:
        """Send one message and return all answers to it; raises WorkerLost."""
        self.send(message)
        return list(self.answers(seconds))

    def send(self, message: dict[str, Any]) -> None:
        """Send one message, and a fresh seal behind it."""
        body = marshal.dumps(message)
        self._seal = secrets.token_hex(SEAL // 2)
        rest = memoryview(len(body).to_bytes(4, "big") + body + self._seal.encode())
        end = time.monotonic() + START_SECONDS
        while rest:
            try:
                rest = rest[self._host.send(rest) :]
            except BlockingIOError:
                if time.monotonic() > end:
                    raise WorkerLost("late", "the worker does not listen") from None
                self._room.poll(START_SECONDS * 1000)
            except OSError as error:
                raise self._lost() from error

    def answers(self, seconds: float) -> Iterator[Any]:
        """Yield the answers to the last message; raises WorkerLost.

        What is yielded counts only when the end is reached: the seal comes last.

        Args:
            seconds: What one of them may take.
        """
        while True:
            frame = self._frame(seconds)
            if type(frame) is not list or not frame:
                raise WorkerLost("hostile", "the worker sent an answer that is not one")
            yield from frame[1:]
            if frame[0] == self._seal:
                break
            if frame[0] != "":
                raise WorkerLost("hostile", "the worker sent an answer of its own")
        if self._buffer:
            raise WorkerLost("hostile", "the worker sent more than it was asked")
        self.used += 1

    def kill(self) -> int:
        """End the process, now; return how it ended: a code, or minus a signal."""
        if self._release.alive:
            # It may have ended; where there is no such call, the zygote kills it.
            with contextlib.suppress(OSError, AttributeError):
                signal.pidfd_send_signal(self._handle, signal.SIGKILL)
            self._release()
            self._host.close()
            self._ended = self._zygote.end(self.pid)
        return self._ended

    def _frame(self, seconds: float) -> Any:
        """Return the next frame as JSON; raises WorkerLost after the deadline."""
        end = time.monotonic() + seconds + GRACE
        size = int.from_bytes(self._take(4, end, seconds), "big")
        if size > MAX_FRAME:
            raise WorkerLost("hostile", f"the worker announced {size} bytes")
        try:
            return json.loads(self._take(size, end, seconds))
        except (ValueError, RecursionError) as error:
            raise WorkerLost("hostile", "the worker sent what is not JSON") from error

    def _take(self, size: int, end: float, seconds: float) -> bytes:
        buffer = self._buffer
        while len(buffer) < size:
            if not self._news.poll(max(0, end - time.monotonic()) * 1000):
                late = f"no answer within {seconds:g} seconds"
                raise WorkerLost("late", late)
            try:
                received = self._host.recv(1 << 16)
            except OSError as error:
                raise self._lost() from error
            if not received:
                raise self._lost()
            buffer += received
        taken = bytes(buffer[:size])
        del buffer[:size]
        return taken

    def _lost(self) -> WorkerLost:
        code = self.kill()
        match -code:
            case signal.SIGSYS:
                return WorkerLost("hostile", "it made a system call that is forbidden")
            case signal.SIGKILL:
                return WorkerLost("died", "the worker was killed, or hung up")
            case number if number > 0:
                return WorkerLost("died", f"the worker died of signal {number}")
        return WorkerLost("died", f"the worker ended with code {code}")
