# Connects by the numbers of the system calls.
import ctypes
import struct


def attack(port):
    libc = ctypes.CDLL(None)
    line = libc.syscall(41, 2, 1, 0)
    address = struct.pack("<H", 2) + struct.pack(">H", port) + b"\x7f\0\0\1" + b"\0" * 8
    return libc.syscall(42, line, address, 16)
