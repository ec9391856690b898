# Maps a little memory, then stretches it far.
import ctypes


def attack(n):
    libc = ctypes.CDLL(None, use_errno=True)
    libc.mmap.restype = libc.mremap.restype = ctypes.c_void_p
    one = libc.mmap(None, ctypes.c_long(4096), 3, 34, -1, ctypes.c_long(0))
    two = libc.mremap(ctypes.c_void_p(one), ctypes.c_long(4096), ctypes.c_long(1 << 33), 1)
    return two == ctypes.c_void_p(-1).value
