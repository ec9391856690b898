"""Messages between the doctor and the process that hosts a jail: frames of JSON."""

import json
import socket
from typing import Any

MAX_FRAME = 64 << 20
"""Largest message, in bytes; answers are shown in full."""


class Spoilt(Exception):
    """The other end has gone, or says what nobody asked for.

    Args:
        what: In words.
        speaks: Whether it is there, and says something.
    """

    def __init__(self, what: str, *, speaks: bool) -> None:
        super().__init__(what)
        self.speaks = speaks


def send(line: socket.socket, message: dict[str, Any]) -> None:
    """Send one message."""
    body = json.dumps(message).encode()
    line.sendall(len(body).to_bytes(4, "big") + body)


def receive(line: socket.socket) -> dict[str, Any]:
    """Return the next message; raises Spoilt, and TimeoutError as the socket does."""
    size = int.from_bytes(_take(line, 4), "big")
    if size > MAX_FRAME:
        raise Spoilt(f"{size} bytes", speaks=True)
    try:
        message = json.loads(_take(line, size))
    except (ValueError, RecursionError) as error:
        raise Spoilt(str(error), speaks=True) from error
    if type(message) is not dict:
        raise Spoilt("no message", speaks=True)
    return message


def _take(line: socket.socket, size: int) -> bytes:
    taken = bytearray()
    while len(taken) < size:
        try:
            part = line.recv(min(size - len(taken), 1 << 20))
        except ConnectionError as error:
            raise Spoilt(str(error), speaks=False) from error
        if not part:
            raise Spoilt("the other end has gone", speaks=False)
        taken += part
    return bytes(taken)
