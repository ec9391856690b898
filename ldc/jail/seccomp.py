"""The filter that a worker's system calls pass: a short list, the rest is refused.

Refused calls fail with EPERM; those that no function makes by mistake (a process, a
socket, a signal) kill the worker. Written by hand: `pyseccomp` is 491 lines of ctypes
around a C library that a machine may lack, `py-landlock` 1,300 lines for rule sets
that are not empty.
"""

import errno
import platform
import struct

CHANNEL = 0
"""The one descriptor of a worker."""

# Name -> number on x86_64, on aarch64; -1 where there is no such call.
READ_WRITE = {"read": (0, 63), "write": (1, 64)}
MEMORY = {"mmap": (9, 222), "mprotect": (10, 226)}
ALLOWED = {
    "munmap": (11, 215),
    "brk": (12, 214),
    "mremap": (25, 216),
    "madvise": (28, 233),
    "futex": (202, 98),
    "clock_gettime": (228, 113),
    "getrandom": (318, 278),
    "rt_sigreturn": (15, 139),
    "rt_sigprocmask": (14, 135),
    "exit": (60, 93),
    "exit_group": (231, 94),
}
DEADLY = {
    "socket": (41, 198),
    "connect": (42, 203),
    "socketpair": (53, 199),
    "clone": (56, 220),
    "fork": (57, -1),
    "vfork": (58, -1),
    "execve": (59, 221),
    "kill": (62, 129),
    "ptrace": (101, 117),
    "tkill": (200, 130),
    "tgkill": (234, 131),
    "execveat": (322, 281),
    "clone3": (435, 435),
}
MACHINES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
"""Machine -> how the kernel calls it."""

PROT_EXEC = 4
X32 = 0x40000000
"""Numbers from here on are the same calls under another name (x86_64)."""

_ALLOW, _KILL = 0x7FFF0000, 0x80000000
_REFUSE = 0x00050000 | errno.EPERM
_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER, _ARCHITECTURE, _FIRST, _THIRD = 0, 4, 16, 32
"""Places in what the kernel shows the filter; of an argument, its lower half."""


def program(machine: str = "") -> bytes:
    """Return the filter, for `syscalls.filter_calls`.

    Args:
        machine: As `platform.machine` says; by default, this one.

    Raises:
        OSError: The numbers of this machine's calls are not listed.
    """
    machine = machine or platform.machine()
    if machine not in MACHINES:
        known = ", ".join(MACHINES)
        raise OSError(errno.ENOSYS, f"no filter for {machine!r}, only for {known}")
    which = [*MACHINES].index(machine)
    steps = [
        _step(_LOAD, _ARCHITECTURE),
        *_unless(_EQUAL, MACHINES[machine], _KILL),
        _step(_LOAD, _NUMBER),
        _step(_AT_LEAST, X32, 0, 1),
        _step(_RETURN, _KILL),
    ]
    for numbers in READ_WRITE.values():
        on_channel = [_step(_LOAD, _FIRST), *_unless(_EQUAL, CHANNEL, _REFUSE)]
        steps += _on(numbers[which], [*on_channel, _step(_RETURN, _ALLOW)])
    for numbers in MEMORY.values():
        no_code = [
            _step(_LOAD, _THIRD),
            _step(_ANY_BIT, PROT_EXEC, 0, 1),
            _step(_RETURN, _REFUSE),
        ]
        steps += _on(numbers[which], [*no_code, _step(_RETURN, _ALLOW)])
    for calls, verdict in ((ALLOWED, _ALLOW), (DEADLY, _KILL)):
        for numbers in calls.values():
            if numbers[which] >= 0:
                steps += _on(numbers[which], [_step(_RETURN, verdict)])
    return b"".join([*steps, _step(_RETURN, _REFUSE)])


def _step(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("HBBI", code, if_true, if_false, value)


def _unless(test: int, value: int, verdict: int) -> list[bytes]:
    return [_step(test, value, 1, 0), _step(_RETURN, verdict)]


def _on(number: int, steps: list[bytes]) -> list[bytes]:
    """Return steps that are taken for one call, and end in a verdict."""
    return [_step(_EQUAL, number, 0, len(steps)), *steps]
