# Attaches to the parent as a debugger, which stops it.
import ctypes
import os
import time


def attack(n):
    libc = ctypes.CDLL(None)
    who = os.getppid()
    if libc.ptrace(16, who, 0, 0) == 0:
        time.sleep(5)
    return n
