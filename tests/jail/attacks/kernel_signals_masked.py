# Masks all signals, then computes for ever.
import ctypes


def attack(n):
    libc = ctypes.CDLL(None, use_errno=True)
    every = (ctypes.c_ubyte * 8)(*[255] * 8)
    libc.syscall(14, 0, every, 0, 8)
    while True:
        pass
