"""System calls that Python has no name for, through the C library."""

import ctypes
import errno
import os
import struct

NEW_NAMESPACES = 0x00020000 | 0x04000000 | 0x08000000 | 0x20000000 | 0x40000000
"""Mount, UTS, IPC, PID, network."""
NEW_USER = 0x10000000
NO_RANDOM_ADDRESSES = 0x0040000

_LIBC = ctypes.CDLL(None, use_errno=True)


def call(name: str, *arguments: int | bytes | None) -> int:
    """Call a function of the C library.

    Raises:
        OSError: It fails, or this system has no such function.
    """
    try:
        function = getattr(_LIBC, name)
    except AttributeError:
        raise OSError(errno.ENOSYS, f"this system has no {name}") from None
    given = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    result = int(function(*given))
    if result == -1:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    return result


def set_option(option: int, value: int) -> None:
    """Set one option of this process (prctl); raises OSError."""
    call("prctl", option, value, 0, 0, 0)


def die_with_parent() -> None:
    """Have the kernel kill this process when its parent ends; raises OSError."""
    set_option(1, 9)


def hide_memory() -> None:
    """Let no other process of this user look into this one; raises OSError."""
    set_option(4, 0)


def gain_nothing() -> None:
    """Give up all ways to gain privileges, for ever; raises OSError."""
    set_option(38, 1)


def filter_calls(program: bytes) -> None:
    """Have the kernel judge each system call by a BPF program; raises OSError."""
    kept = ctypes.create_string_buffer(program, len(program))
    told = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(kept))
    call("prctl", 22, 2, told, 0, 0)


def drop_capabilities() -> None:
    """Give up every capability; raises OSError."""
    version_3 = struct.pack("Ii", 0x20080522, 0)
    call("capset", version_3, bytes(24))


def forbid_files() -> None:
    """Put this process under an empty Landlock rule set; raises OSError."""
    create, restrict = 444, 446
    version = call("syscall", create, None, 0, 1)
    files = (1 << {1: 13, 2: 14, 3: 15, 4: 15}.get(version, 16)) - 1
    rules = struct.pack("QQQ", files, 0b11, 0b11)
    size = 8 if version < 4 else 16 if version < 6 else 24
    rule_set = call("syscall", create, rules, size, 0)
    try:
        call("syscall", restrict, rule_set, 0)
    finally:
        os.close(rule_set)


def plain_floats() -> None:
    """Round to nearest and keep small numbers, whatever a library has set."""
    default_environment = -1
    call("fesetenv", default_environment)
