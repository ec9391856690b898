"""A worker without the kernel's walls: what a missing wall lets through is seen here.

It is built as many build it: a child process, answers by pickle, no deadline. Only the
doctor uses it, and only on attacks, in a process that it limits from outside.
"""

import builtins
import os
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import Any

from ldc.doctor.files import File
from ldc.jail.modules import bare, facades, imported


class OpenCell:
    """A child process that loads files and answers calls.

    Args:
        files: What it loads, each in a namespace of its own.
        namespace: Whether only allowed builtins and modules exist in it.
    """

    def __init__(self, files: tuple[File, ...], *, namespace: bool) -> None:
        self._host, theirs = Pipe()
        if os.fork():
            theirs.close()
            return
        self._host.close()
        try:
            _serve(theirs, files, namespace)
        finally:
            os._exit(0)

    def load(self) -> str:
        """Return what went wrong when the files were loaded, or ""."""
        kind, what = self._received()
        return "" if kind == "ready" else str(what)

    def call(self, name: str, arguments: dict[str, Any]) -> tuple[str, Any]:
        """Return "returned" and a value, or another word and what happened."""
        try:
            self._host.send((name, arguments))
        except OSError:
            return "died", "the worker has ended"
        return self._received()

    def close(self) -> None:
        """Forget the child; the doctor looks whether it ends."""
        self._host.close()

    def _received(self) -> tuple[str, Any]:
        try:
            kind, value = self._host.recv()
        except (EOFError, OSError):
            return "died", "the worker has ended"
        return str(kind), value


def _serve(channel: Connection, files: tuple[File, ...], namespace: bool) -> None:
    functions: dict[str, Any] = {}
    try:
        for file in files:
            names = {"__name__": "function", "__builtins__": builtins}
            if namespace:
                wanted = imported([{"text": file.source}])
                names["__builtins__"] = bare(facades("", {}, wanted))
            exec(compile(file.source, file.path, "exec"), names)
            functions[file.name] = names[file.name]
    except BaseException as error:
        channel.send(("raised", f"{type(error).__name__}: {error}"))
        return
    channel.send(("ready", ""))
    calls: list[Any] = []  # as many keep them, to tell more of a fault
    while True:
        name, arguments = channel.recv()
        calls.append(arguments)
        try:
            channel.send(("returned", functions[name](**arguments)))
        except BaseException as error:
            channel.send(("raised", f"{type(error).__name__}: {error}"))
