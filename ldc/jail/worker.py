"""The inside of the jail: loads functions into a bare namespace and answers calls.

Started by the host as a process of its own. Everything it sends is a frame: four bytes
of length, then JSON. One frame says that it is ready; then one frame for each call.
"""

import ast
import io
import json
import resource
import socket
import sys
import types
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from ldc.jail.meter import Meter, OutOfFuel
from ldc.jail.modules import Fault, bare, facades, imported, words_of
from ldc.jail.values import Codec, Misfit, codec
from ldc.jail.variants import variants
from ldc.jail.weave import BURN, MARK, PROPERTY, weave

MAX_FRAME = 1 << 20
"""Largest answer, in bytes."""


def main() -> None:
    """Serve until the host closes the channel."""
    channel = socket.socket(fileno=0)
    reader = channel.makefile("rb")
    setup = _receive(reader)
    try:
        _die_with(setup["host"])
        words = words_of(setup["state_module"])
        # Before the walls: an import opens files. Of our list, nothing else.
        modules = facades(setup["state_module"], words, imported(setup["sources"]))
        _build_walls(setup["memory"], setup["cpu"])
        meter = Meter(setup["fuel"]) if setup["fuel"] else None
        loaded, ways = _load(setup["sources"], modules, meter)
    except Fault as fault:
        _send(channel, {"id": setup["id"], "fault": fault.args})
        return
    _send(channel, {"id": setup["id"], "ready": True, "ways": ways})
    while True:
        message = _receive(reader)
        for answer in _answers(message, loaded, meter):
            _send_answer(channel, message["id"], answer)


def _answers(
    message: dict[str, Any], loaded: Mapping[str, "_Loaded"], meter: Meter | None
) -> Iterator[list[Any]]:
    """Yield the answers to one message, one by one."""
    if "show" in message:
        yield _show(loaded[message["name"]].namespace, message["show"], meter)
    elif "versions" in message and meter:
        yield from variants(loaded, meter, message)
    elif "measure" in message and meter:
        yield ["returned", meter.told()]
    else:
        for arguments in message["calls"]:
            yield _call(loaded[message["name"]], arguments, meter)


class _Loaded:
    """One function with its codecs."""

    def __init__(self, namespace: dict[str, Any], name: str) -> None:
        self.namespace = namespace
        self.function = namespace[name]
        hints = dict(self.function.__annotations__)
        self.returns: Codec = codec(hints.pop("return"))
        self._parameters = [(n, codec(hint).decode) for n, hint in hints.items()]

    def named(self, arguments: list[str], again: bool) -> dict[str, Any]:
        """Return parameter -> value; raises Misfit.

        Args:
            arguments: A JSON text for each parameter.
            again: Whether the same texts come again and again, so that their values,
                which cannot change, are kept.
        """
        pairs = zip(self._parameters, arguments, strict=True)
        if again:
            return {name: _decoded(decode, text) for (name, decode), text in pairs}
        return {name: decode(json.loads(text)) for (name, decode), text in pairs}


@lru_cache(maxsize=20_000)
def _decoded(decode: Callable[[Any], Any], text: str) -> Any:
    return decode(json.loads(text))


def _call(loaded: _Loaded, arguments: list[str], meter: Meter | None) -> list[Any]:
    try:
        values = loaded.named(arguments, meter is not None)
    except Misfit as misfit:
        return ["argument", str(misfit)]
    try:
        if meter:
            returned = meter.call(loaded.namespace, loaded.function, values)
        else:
            returned = loaded.function(**values)
    except OutOfFuel as error:
        return ["late", str(error)]
    except BaseException as error:  # the function may raise anything
        return ["raised", type(error).__name__, _said(error)]
    try:
        return ["returned", loaded.returns.encode(returned)]
    except Misfit as misfit:
        return ["misfit", str(misfit)]
    except BaseException as error:  # a value may be too deep or too big
        return ["misfit", f"it cannot be told: {type(error).__name__}"]


def _show(namespace: dict[str, Any], expression: str, meter: Meter | None) -> list[Any]:
    """Return what a REPL would print for an expression."""
    try:
        code = compile(expression, "<example>", "eval")
        if meter:
            value = meter.call(namespace, lambda: eval(code, namespace), {})
        else:
            value = eval(code, namespace)
        return ["returned", "" if value is None else repr(value)]
    except BaseException as error:
        return ["raised", type(error).__name__, _said(error)]


def _said(error: BaseException) -> str:
    try:
        return str(error)[:300]
    except BaseException:  # `__str__` may be the function's own
        return ""


def _send_answer(channel: socket.socket, id_: str, answer: list[Any]) -> None:
    try:
        _send(channel, [id_, *answer])
    except (ValueError, RecursionError, MemoryError):
        _send(channel, [id_, "misfit", f"it is larger than {MAX_FRAME} bytes"])


def _send(channel: socket.socket, message: object) -> None:
    body = json.dumps(message, separators=(",", ":"), allow_nan=False).encode()
    if len(body) > MAX_FRAME:
        raise ValueError(len(body))
    channel.sendall(len(body).to_bytes(4, "big") + body)


def _receive(reader: io.BufferedReader) -> Any:
    head = reader.read(4)
    body = reader.read(int.from_bytes(head, "big"))
    if len(head) < 4 or not body:
        raise SystemExit  # the host has gone
    return json.loads(body)


def _load(
    sources: list[dict[str, Any]],
    modules: Mapping[str, types.ModuleType],
    meter: Meter | None,
) -> tuple[dict[str, _Loaded], list[list[Any]]]:
    """Return the functions by name, and the branches when they are counted."""
    loaded = {}
    ways: list[list[Any]] = []
    for source in sources:
        namespace: dict[str, Any] = {
            "__builtins__": bare(modules),
            "__name__": "function",
        }
        try:
            tree = ast.parse(source["text"])
            if meter:
                namespace |= {BURN: int, MARK: int}  # until the first call
                woven = weave(tree, unmarked=PROPERTY)
                ways += [[way.line, way.what] for way in woven]
            code = compile(tree, source["path"], "exec")
            exec(code, namespace)  # this is what the jail is for
            for name in source["names"]:
                loaded[name] = _Loaded(namespace, name)
        except BaseException as error:
            what = f"{type(error).__name__}: {_said(error)}"
            raise Fault("function", source["path"], what) from None
    return loaded, ways


def _build_walls(memory: int, cpu: int) -> None:
    """Lower every limit for good; what the functions need is loaded by now."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    own = pages * resource.getpagesize()
    for limit, value in {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_AS: own + memory,
        resource.RLIMIT_CPU: cpu,
        resource.RLIMIT_NPROC: 0,
        resource.RLIMIT_NOFILE: 0,
    }.items():
        resource.setrlimit(limit, (value, value))


def _die_with(host: int) -> None:
    """Ask the kernel to kill this process when the host ends, however it ends."""
    import ctypes
    import os
    import signal

    libc = ctypes.CDLL(None, use_errno=True)
    set_parent_death_signal, set_dumpable, set_no_new_privileges = 1, 4, 38
    for option, value in (
        (set_parent_death_signal, signal.SIGKILL),
        (set_dumpable, 0),
        (set_no_new_privileges, 1),
    ):
        if libc.prctl(option, value, 0, 0, 0):
            raise Fault("jail", f"prctl {option}", os.strerror(ctypes.get_errno()))
    if os.getppid() != host:
        raise SystemExit
    for name in [n for n in sys.modules if n.split(".")[0] in ("ctypes", "_ctypes")]:
        del sys.modules[name]
