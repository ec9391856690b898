# Forks by the number of the system call.
import ctypes


def attack(n):
    libc = ctypes.CDLL(None)
    if libc.syscall(57) == 0:
        libc.sleep(60)
        libc._exit(0)
    return n
