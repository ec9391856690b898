# Ends the process by the C library.
import ctypes


def attack(n):
    ctypes.CDLL(None)._exit(0)
