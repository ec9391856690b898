# Returns from a signal that never came.
import ctypes


def attack(n):
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall(15)
    return n
