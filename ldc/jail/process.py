"""One worker process, and the framed socket to it, kept to deadlines by the host."""

import json
import secrets
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Literal

from ldc.jail.worker import MAX_FRAME

Fault = Literal["raised", "misfit", "argument", "late", "died", "hostile", "skipped"]
"""Why a call has no result: the function raised; it returned another type than it
declares; the arguments do not fit; it passed the deadline; the worker died; the answer
was not one; not tried, because the batch had killed too many workers."""

START_SECONDS = 20.0
"""How long a worker may take to start on a busy machine."""


class WorkerLost(Exception):
    """The worker was late, died, or spoke out of turn."""

    def __init__(self, fault: Fault, what: str) -> None:
        super().__init__(what)
        self.fault: Fault = fault
        self.what = what


class Worker:
    """One process and the socket to it."""

    def __init__(self, hash_seed: int, seconds: float) -> None:
        self._host, theirs = socket.socketpair()
        self._seconds = seconds
        self._buffer = bytearray()
        self._id = ""
        paths = [str(Path(entry or ".").resolve()) for entry in sys.path]
        boot = (
            "import sys; sys.path[:] = sys.argv[1:]; "
            "from ldc.jail.worker import main; main()"
        )
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-s", "-S", "-P", "-B", "-c", boot, *paths],
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd="/",
                env={"PYTHONHASHSEED": str(hash_seed)},
                start_new_session=True,
            )

    def send(self, message: dict[str, Any]) -> None:
        """Send one message under a fresh id."""
        self.expect_silence()
        self._id = secrets.token_hex(8)
        body = json.dumps({"id": self._id, **message}, separators=(",", ":")).encode()
        self._host.settimeout(START_SECONDS)
        try:
            self._host.sendall(len(body).to_bytes(4, "big") + body)
        except OSError as error:
            raise WorkerLost("died", self._death()) from error

    def ask(self, message: dict[str, Any]) -> Any:
        """Send one message and return its one answer."""
        self.send(message)
        answer = self.answer(self._seconds)
        self.expect_silence()
        return answer

    def answer(self, seconds: float) -> list[Any]:
        """Return the next answer to the last message, without its id."""
        frame = self.frame(seconds)
        if type(frame) is not list or len(frame) < 3 or frame[0] != self._id:
            raise WorkerLost("hostile", "the worker sent an answer that is not one")
        return frame[1:]

    def frame(self, seconds: float) -> Any:
        """Return the next frame as JSON; raises WorkerLost after the deadline."""
        end = time.monotonic() + seconds
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
            self._host.settimeout(max(end - time.monotonic(), 1e-6))
            try:
                received = self._host.recv(1 << 16)
            except TimeoutError:
                late = f"no answer within {seconds:g} seconds"
                raise WorkerLost("late", late) from None
            except OSError as error:
                raise WorkerLost("died", self._death()) from error
            if not received:
                raise WorkerLost("died", self._death())
            buffer += received
        taken = bytes(buffer[:size])
        del buffer[:size]
        return taken

    def expect_silence(self) -> None:
        """Raise when the worker says more than it was asked."""
        if self._buffer:
            raise WorkerLost("hostile", "the worker sent more than one answer")

    def alive(self) -> bool:
        """Say whether the worker waits for a message, in silence."""
        self._host.setblocking(False)
        try:
            self._host.recv(1)
        except BlockingIOError:
            return True
        except OSError:
            return False
        return False  # it has ended, or it speaks without being asked

    def kill(self) -> None:
        """End the process, now, and everything in its session."""
        self._process.kill()
        self._process.wait()
        self._host.close()

    def _death(self) -> str:
        try:
            code = self._process.wait(1.0)
        except subprocess.TimeoutExpired:
            return "the worker closed its channel"
        return (
            f"the worker died of signal {-code}"
            if code < 0
            else (f"the worker ended with code {code}")
        )
