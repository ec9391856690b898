# Asks for another filter, for a dump of itself, and for new namespaces.
import ctypes


def attack(n):
    libc = ctypes.CDLL(None, use_errno=True)
    found = [libc.syscall(317, 1, 0, 0), libc.syscall(157, 4, 1, 0, 0, 0)]
    return found + [libc.syscall(272, 0x7E020000), libc.syscall(308, 0, 0)]
