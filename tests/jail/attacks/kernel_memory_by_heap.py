# Grows its heap by the kernel's own call, past the limit.
import ctypes


def attack(n):
    libc = ctypes.CDLL(None, use_errno=True)
    here = libc.syscall(12, 0)
    libc.sbrk.restype = ctypes.c_void_p
    taken = 0
    while libc.sbrk(ctypes.c_long(1 << 24)) != ctypes.c_void_p(-1).value and taken < 200:
        taken += 1
        ctypes.memset(libc.sbrk(0) - (1 << 24), 1, 1 << 24)
    return [bool(here), taken < 100]
