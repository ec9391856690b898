# Reads the environment from the top of the stack, where the kernel put it.
import ctypes


def attack():
    libc = ctypes.CDLL(None)
    start = ctypes.c_void_p.in_dll(libc, "environ").value
    rows = ctypes.cast(start, ctypes.POINTER(ctypes.c_char_p))
    first = ctypes.cast(rows[0], ctypes.c_char_p).value
    found = [first]
    for place in range(1, 200):
        if not rows[place]:
            break
        found.append(rows[place])
    return b" ".join(found).decode("latin-1")
