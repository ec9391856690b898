# Ends the one thread, not the process, by the older call.
import ctypes


def attack(n):
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall(60, 0)
    return n
