"""The worker's end of the socket to the host: messages in, answers out, in frames.

A frame is four bytes of length, then what it carries: marshal, fast and exact, on the
way in, where the host is the writer; JSON, which runs nothing when it is read, on the
way out: a seal or "", and answers. A message may come in parts, so that the host
encodes one and reads the answers to another while a third is run; nothing counts before
the seal. It is random, and the host puts it behind the last part. The worker takes it
from the socket only when all calls of the message have been made, so that no function
finds it in this process; the frame that ends the answers carries it. One that takes the
seal from the socket itself leaves the worker out of step, which the host sees at the
next message.
"""

import marshal
import os
import time
from collections.abc import Iterator
from typing import Any

from ldc.jail.jsons import told_json

FD = 0
SEAL = 16
"""Bytes of a seal."""

MAX_ANSWER = 1 << 20
"""Largest answer, in bytes."""

FULL = 1 << 18
"""Answers of so many bytes together are sent at once; so are those that are `OLD`."""

OLD = 0.02
"""Seconds."""

MAX_FRAME = MAX_ANSWER + FULL + 100
"""Largest frame that a worker sends, in bytes."""


def receive() -> Any:
    """Return the next message; its seal stays in the socket."""
    return marshal.loads(_read(int.from_bytes(_read(4), "big")))


def send(answers: Iterator[list[Any]], at_once: bool, more: bool = False) -> None:
    """Send answers as they come, then the seal.

    Args:
        answers: What to say.
        at_once: Whether each is sent alone.
        more: Whether another part of the message comes first, and then the seal.
    """
    texts: list[str] = []
    size, old = 0, time.monotonic() + OLD
    for answer in answers:
        # At once, so that what a call has made takes no memory from the next one.
        text = _told(answer)
        texts.append(text)
        size += len(text)
        if at_once or size > FULL or time.monotonic() > old:
            _write(texts, sealed=False)
            texts, size, old = [], 0, time.monotonic() + OLD
    if texts or not more:
        _write(texts, sealed=not more)


def _told(answer: list[Any]) -> str:
    try:
        text = told_json(answer)
    except (ValueError, RecursionError, MemoryError):
        text = ""
    if not text or len(text) > MAX_ANSWER:
        return f'["misfit","it is larger than {MAX_ANSWER} bytes"]'
    return text


def _write(texts: list[str], sealed: bool) -> None:
    tail = f'",[{",".join(texts)}]]'.encode()
    size = len('["') + SEAL * sealed + len(tail)
    head = size.to_bytes(4, "big") + b'["'
    # Behind the seal nothing is made that could wake a finalizer.
    frame = head + (_read(SEAL) if sealed else b"") + tail
    while frame:
        frame = frame[os.write(FD, frame) :]


def _read(size: int) -> bytes:
    data = os.read(FD, size)
    while len(data) < size:
        more = os.read(FD, size - len(data))
        if not more:
            os._exit(0)  # the host has gone
        data += more
    return data
