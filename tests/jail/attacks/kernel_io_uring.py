# A ring of system calls that no filter sees.
import ctypes


def attack(n):
    libc = ctypes.CDLL(None, use_errno=True)
    return [libc.syscall(425, 8, ctypes.create_string_buffer(120)), libc.syscall(427, 0, 0, 0, 0)]
