# Asks the C library for the environment.
import ctypes


def attack():
    libc = ctypes.CDLL(None)
    libc.getenv.restype = ctypes.c_char_p
    return libc.getenv(b"LDC_CANARY").decode()
