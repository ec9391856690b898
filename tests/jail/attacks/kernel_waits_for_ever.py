# Waits on a lock of the kernel that nobody opens.
import ctypes


def attack(n):
    libc = ctypes.CDLL(None, use_errno=True)
    word = ctypes.c_int(1)
    while True:
        libc.syscall(202, ctypes.byref(word), 0, 1, 0, 0, 0)
