# Writes to each descriptor there might be.
import ctypes


def attack(n):
    libc = ctypes.CDLL(None, use_errno=True)
    return [libc.write(k, b"x", 1) for k in range(1, 64)]
