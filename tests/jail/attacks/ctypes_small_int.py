# Changes the number that `8` is, for everybody.
import ctypes


def attack(n):
    ctypes.c_uint32.from_address(id(8) + 24).value = 9
    return n
