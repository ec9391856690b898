"""What an attack is offered, and what is found afterwards: a file, a path, a port."""

import os
import secrets
import selectors
import shutil
import socket
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

TOKEN = "LDC_CANARY"
"""Environment variable that holds the token."""

OUT = "LDC_OUT"
"""Environment variable that holds the path that must not appear."""


class Traps:
    """A secret, a path that must not appear, and a listener; a context manager.

    They lie in a folder of their own below the temporary one, which anybody may enter,
    so that a worker that has given up its user finds them as easily as a worker that
    has not.
    """

    def __init__(self) -> None:
        self.token = secrets.token_hex(16)
        self.private = f"private-{secrets.token_hex(8)}"
        """Stands in the arguments of the calls before and after the attack."""
        self._folder = Path(tempfile.mkdtemp(prefix="ldc-doctor-"))
        self._folder.chmod(0o777)
        self.secret = self._folder / "secret"
        self.out = self._folder / "out"
        self.secret.write_text(self.token)
        self.secret.chmod(0o666)
        self._before = self._stat()
        self._stream = socket.create_server(("127.0.0.1", 0))
        self.port = self._stream.getsockname()[1]
        self._datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._datagrams.bind(("127.0.0.1", self.port))
        self._selector = selectors.DefaultSelector()
        for listener in (self._stream, self._datagrams):
            listener.setblocking(False)
            self._selector.register(listener, selectors.EVENT_READ)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._selector.close()
        self._stream.close()
        self._datagrams.close()
        self._folder.chmod(0o700)
        shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def offered(self) -> Mapping[str, Any]:
        """Parameter -> what an attack gets for it."""
        return {
            "secret_path": str(self.secret),
            "out_path": str(self.out),
            "port": self.port,
            "xs": [3, 1, 2],
            "text": "a b 7",
            "n": 3,
            "rec": {"a": 1, "b": 2},
        }

    @property
    def environment(self) -> Mapping[str, str]:
        """What stands in the environment of the process that hosts the jail."""
        return {TOKEN: self.token, OUT: str(self.out)}

    def was_reached(self) -> bool:
        """Say whether anybody has connected or sent a datagram."""
        return bool(self._selector.select(0))

    def appeared(self) -> bool:
        """Say whether there is anything at the path, or beside it."""
        return {entry.name for entry in os.scandir(self._folder)} - {"secret"} != set()

    def was_harmed(self) -> bool:
        """Say whether the secret's file was changed, moved, or locked."""
        return self._stat() != self._before or self.secret.read_text() != self.token

    def _stat(self) -> tuple[int, ...]:
        if not self.secret.is_file():
            return ()
        seen = self.secret.stat()
        return (seen.st_mode, seen.st_uid, seen.st_size, seen.st_mtime_ns, seen.st_ino)
