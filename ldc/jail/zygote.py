"""The process that workers are forked from: it has imported all that they may need.

The host starts it once for a hash seed and a state module. It has an empty environment
and, where the system lets it, namespaces of its own, in which it is the first process:
when it ends, the kernel kills whatever it has forked. It ends when the host does.
"""

import gc
import importlib
import json
import os
import resource
import signal
import socket
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ldc.jail import layers, syscalls
from ldc.jail.allowed import MODULES
from ldc.jail.modules import Fault, words_of
from ldc.jail.worker import serve

PARSER = "unicodedata"
"""What Python imports to read a name that is not ASCII, or `\\N{...}` in a text."""

RECURSION = 1000
MEMORY = 256 << 20


def main() -> None:
    """Serve until the host closes the control socket."""
    control = socket.socket(fileno=0)
    setup = json.loads(control.recv(1 << 16))
    alone = layers.set_apart() if setup["kernel"] else "left out"
    child = os.fork()  # into the new PID namespace
    if child:
        control.close()
        os.waitpid(child, 0)
        os._exit(0)
    _die_with_parent()
    try:
        _serve(control, setup, alone)
    finally:
        os._exit(0)


def _serve(control: socket.socket, setup: Mapping[str, Any], alone: str) -> None:
    try:
        words = _warm_up(setup["state_module"])
    except Fault as fault:
        _say(control, fault=fault.args)
        return
    own = _address_space()
    faults = {"namespaces": alone, "root": alone or layers.empty_root()}
    if setup["kernel"]:
        faults["seccomp"] = _bites(own)
    _say(control, ready=True)
    ended: dict[int, int] = {}
    while True:
        body, given, *_ = socket.recv_fds(control, 1 << 10, 1)
        if not body:
            return  # the host has gone
        request = json.loads(body)
        if "end" in request:
            _say(control, status=_end(request["end"], ended))
            continue
        _sweep(ended)
        pid = os.fork()
        if not pid:
            try:
                serve(given[0], words, own, faults)
            finally:
                os._exit(1)
        os.close(given[0])
        _give(control, pid)


def _address_space() -> int:
    """Return what this process has taken already, in bytes."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[0])
    except FileNotFoundError:  # not Linux: the limit is then a wide one
        return 1 << 40
    return pages * resource.getpagesize()


def _warm_up(state_module: str) -> Mapping[str, Any]:
    """Import everything once, and set what results may hang on."""
    os.environ.clear()
    sys.stdin = sys.stdout = sys.stderr = None
    for name in (*MODULES, PARSER):
        importlib.import_module(name)
    words = words_of(state_module) if state_module else {}
    if sys.platform == "linux":
        syscalls.plain_floats()
    sys.setrecursionlimit(RECURSION)
    gc.collect()
    gc.freeze()
    return words


def _bites(own: int) -> str:
    """Try the filter on a child that opens a socket; return why it is no wall."""
    pid = os.fork()
    if not pid:
        told = layers.close_off(own + MEMORY, 10, {}, frozenset())
        if told["seccomp"]:
            os._exit(0)
        try:
            socket.socketpair()
        finally:
            os._exit(1)
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    return "a socket could be opened behind it" if code == 1 else ""


def _give(control: socket.socket, pid: int) -> None:
    """Tell the host about a worker, with a handle that no later process can inherit."""
    try:
        handle = os.pidfd_open(pid)
    except (AttributeError, OSError):  # not here: then the zygote kills it
        handle = os.dup(0)
    body = json.dumps({"pid": pid}).encode()
    try:
        socket.send_fds(control, [body], [handle])
    finally:
        os.close(handle)


def _end(pid: int, ended: dict[int, int]) -> int:
    """Kill a worker and return how it ended: a code, or minus a signal."""
    if pid not in ended:
        os.kill(pid, signal.SIGKILL)  # our child until we wait for it
        ended[pid] = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    return ended.pop(pid)


def _sweep(ended: dict[int, int]) -> None:
    """Bury workers whose host side was dropped without a word."""
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if not pid:
            return
        ended[pid] = os.waitstatus_to_exitcode(status)


def _die_with_parent() -> None:
    try:
        syscalls.die_with_parent()
    except OSError:
        return  # then it ends with the control socket


def _say(control: socket.socket, **told: Any) -> None:
    control.sendall(json.dumps(told).encode())
