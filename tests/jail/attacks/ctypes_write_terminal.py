# Prints by the C library.
import ctypes


def attack(n):
    libc = ctypes.CDLL(None)
    libc.puts(b"printed by C")
    libc.fflush(None)
    return n
