"""One worker process, and the framed socket to it, kept to deadlines by the host."""

import contextlib
import marshal
import os
import select
import signal
import socket
import time
import weakref
from typing import Any, Literal

from ldc.jail.awake import Awake
from ldc.jail.channel import MAX_FRAME, OLD, SEAL
from ldc.jail.jsons import read_json
from ldc.jail.zygotes import START_SECONDS, Zygote

Fault = Literal["raised", "misfit", "argument", "late", "died", "hostile", "skipped"]
"""Why a call has no result: the function raised; it returned another type than it
declares; the arguments do not fit; it passed the deadline; the worker died; it made a
forbidden system call, or the answer was not one; not tried, because the batch had
killed too many workers."""

SEALS = 64
"""Seals that are drawn at once: a call for each would cost more than it."""

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
        self._room.register(self._host, select.POLLIN | select.POLLOUT)
        self._buffer = b""
        self._awake = Awake()
        self._seals: list[str] = []
        self._seal = ""
        self.sealed = False
        """Whether all has been heard, and it counts."""
        self._ended = 0
        self.used = 0
        """Messages answered."""
        with theirs:
            self.pid, self._handle = zygote.fork(theirs)
        self._release = weakref.finalize(self, os.close, self._handle)

    def ask(self, message: dict[str, Any], seconds: float) -> list[Any]:
        """Send one message and return all answers to it; raises WorkerLost."""
        self.send(message)
        answers = []
        while not self.sealed:
            answers += self.hear(seconds)
        return answers

    def send(self, message: dict[str, Any]) -> None:
        """Send one message, and a fresh seal behind it unless there is "more"."""
        body = marshal.dumps(message)
        body = len(body).to_bytes(4, "big") + body
        self.sealed, self._seal = False, ""
        if not message.get("more"):
            self._seals = self._seals or _seals()
            self._seal = self._seals.pop()
            body += self._seal.encode()
        sent = self._pushed(body)
        if sent < len(body):
            self._press(memoryview(body)[sent:])

    def hear(self, seconds: float) -> list[Any]:
        """Return the next answers to what was sent last; raises WorkerLost.

        None of them counts before the worker is `sealed`.

        Args:
            seconds: What one answer may take.
        """
        frame = self._frame(seconds)
        if type(frame) is not list or len(frame) != 2 or type(frame[1]) is not list:
            raise WorkerLost("hostile", "the worker sent an answer that is not one")
        seal: Any = frame[0]
        answers: list[Any] = frame[1]
        if seal == "":
            if not answers:
                raise WorkerLost("hostile", "the worker sent nothing, at length")
        elif seal != self._seal:
            raise WorkerLost("hostile", "the worker sent an answer of its own")
        elif self._buffer:
            raise WorkerLost("hostile", "the worker sent more than it was asked")
        else:
            self.sealed = True
            self.used += 1
        return answers

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
        data = self._buffer
        while len(data) < 4:
            data += self._received(end, seconds)
        size = 4 + int.from_bytes(data[:4], "big")
        if size > MAX_FRAME:
            raise WorkerLost("hostile", f"the worker announced {size - 4} bytes")
        if len(data) < size:
            whole = bytearray(data)
            while len(whole) < size:
                whole += self._received(end, seconds)
            data = bytes(whole)
        self._buffer = data[size:]
        try:
            return read_json(data[4:size].decode())
        except (ValueError, RecursionError) as error:
            raise WorkerLost("hostile", "the worker sent what is not JSON") from error

    def _received(self, end: float, seconds: float) -> bytes:
        """Return what comes next; raises WorkerLost after the deadline."""
        received = self._awake.look(self._taken)
        while not received:
            left = end - time.monotonic()
            if left < 0 or not self._news.poll(left * 1000):
                raise WorkerLost("late", f"no answer within {seconds:g} seconds")
            received = self._taken()
        return received

    def _taken(self) -> bytes:
        """Return what is there, maybe nothing; raises WorkerLost at the end."""
        try:
            received = self._host.recv(1 << 16)
        except BlockingIOError:
            return b""
        except OSError as error:
            raise self._lost() from error
        if not received:
            raise self._lost()
        return received

    def _pushed(self, data: bytes | memoryview) -> int:
        """Return how much of it the socket takes now; raises WorkerLost."""
        try:
            return self._host.send(data)
        except BlockingIOError:
            return 0
        except OSError as error:
            raise self._lost() from error

    def _press(self, rest: memoryview) -> None:
        """Send what there was no room for; a worker that answers meanwhile is heard."""
        end = time.monotonic() + START_SECONDS
        while rest:
            for _, event in self._room.poll(START_SECONDS * 1000):
                if event & select.POLLIN:
                    self._buffer += self._taken()
            if len(self._buffer) > 2 * MAX_FRAME:
                raise WorkerLost("hostile", "the worker sent more than it may")
            if time.monotonic() > end:
                raise WorkerLost("late", "the worker does not listen")
            rest = rest[self._pushed(rest) :]

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


def _seals() -> list[str]:
    text = os.urandom(SEALS * SEAL // 2).hex()
    return [text[i : i + SEAL] for i in range(0, len(text), SEAL)]
