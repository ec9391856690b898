# Writes machine code into a page and runs it: it ends the process.
import ctypes
import mmap


def attack(n):
    page = mmap.mmap(-1, 4096, prot=7)
    page.write(b"\xbf\x00\x00\x00\x00\xb8\xe7\x00\x00\x00\x0f\x05")
    start = ctypes.addressof(ctypes.c_char.from_buffer(page))
    return ctypes.CFUNCTYPE(ctypes.c_int)(start)()
