# A file in memory that is filled, sealed and executed.
import ctypes


def attack(out_path):
    libc = ctypes.CDLL(None, use_errno=True)
    made = libc.syscall(319, b"x", 0)
    found = libc.syscall(322, made, b"", 0, 0, 0x1000)
    return [made, found, libc.syscall(85, out_path.encode(), 0o600)]
