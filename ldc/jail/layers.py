"""Raises the kernel's wall, layer by layer; each that cannot stand says why.

Runs in the zygote (`set_apart`) and in each worker (`close_off`), before a byte of a
function file is looked at.
"""

import os
import resource
import signal
from collections.abc import Callable, Mapping
from pathlib import Path

from ldc.jail import seccomp, syscalls
from ldc.jail.walls import LAYERS

NOBODY = 65534
"""The user that a worker becomes when the zygote is root."""

EMPTY = "/proc"
"""Where the zygote's own mount namespace has an empty folder."""


def set_apart() -> str:
    """Unshare all namespaces; the next process forked is the first of the new ones.

    Returns:
        Why it could not be done; empty when it is done.
    """
    user, group = os.getuid(), os.getgid()
    try:
        if user == 0:
            try:
                syscalls.call("unshare", syscalls.NEW_NAMESPACES)
                return ""
            except OSError:
                pass  # root without its rights, as in most containers
        syscalls.call("unshare", syscalls.NEW_NAMESPACES | syscalls.NEW_USER)
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
    except OSError as error:
        return _told(error)
    return ""


def empty_root() -> str:
    """Make the empty folder; returns why it could not be made, or nothing."""
    no_set_uid_devices_programs, private = 0b1111, (1 << 18) | (1 << 14)
    try:
        syscalls.call("mount", None, b"/", None, private, None)
        syscalls.call(
            *("mount", b"none", EMPTY.encode(), b"tmpfs"),
            *(no_set_uid_devices_programs, b"size=4k,nr_inodes=1,mode=555"),
        )
    except OSError as error:
        return _told(error)
    return ""


def close_off(
    memory: int, cpu: int, faults: Mapping[str, str], without: frozenset[str]
) -> dict[str, str]:
    """Raise all layers of a worker, for good.

    Args:
        memory: Address space it may take, in bytes.
        cpu: Processor seconds of its whole life.
        faults: Layer -> why it is known already that it does not stand.
        without: Layers to leave out, so that the others can be tried alone.

    Returns:
        Layer -> why it does not stand; empty where it does.
    """
    limits = {
        resource.RLIMIT_AS: memory,
        resource.RLIMIT_CPU: cpu,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NPROC: 0,
    }
    raising: dict[str, Callable[[], object]] = {
        "namespaces": lambda: None,  # the zygote's
        "limits": lambda: _limit(limits),
        "root": _enter_empty,
        "user": _drop_user,
        "parent": _bind_to_parent,  # a change of user would undo it
        "privileges": syscalls.gain_nothing,
        "landlock": syscalls.forbid_files,
        "descriptors": lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0)),
        "seccomp": lambda: syscalls.filter_calls(seccomp.program()),
    }
    told = {}
    for name in LAYERS:
        told[name] = "left out" if name in without else faults.get(name, "")
        try:
            if not told[name]:
                raising[name]()
        except (OSError, ValueError, AttributeError) as error:
            told[name] = _told(error)
    return told


def _limit(limits: Mapping[int, int]) -> None:
    for limit, value in limits.items():
        resource.setrlimit(limit, (value, value))


def _bind_to_parent() -> None:
    parent = os.getppid()
    syscalls.die_with_parent()
    if os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)


def _enter_empty() -> None:
    os.chroot(EMPTY)
    os.chdir("/")


def _drop_user() -> None:
    try:
        if os.getuid() == 0:
            os.setgroups([])
            os.setresgid(NOBODY, NOBODY, NOBODY)
            os.setresuid(NOBODY, NOBODY, NOBODY)
    finally:
        syscalls.drop_capabilities()
        syscalls.hide_memory()


def _told(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
