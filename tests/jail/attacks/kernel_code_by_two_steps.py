# Writes machine code to memory, then asks that it may be run.
import ctypes


def attack(n):
    libc = ctypes.CDLL(None, use_errno=True)
    libc.mmap.restype = ctypes.c_void_p
    one = libc.mmap(None, ctypes.c_long(4096), 3, 34, -1, ctypes.c_long(0))
    ctypes.memmove(one, b"\xc3", 1)
    return libc.mprotect(ctypes.c_void_p(one), ctypes.c_long(4096), 5)
