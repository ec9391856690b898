# Turns the rounding of the processor upwards.
import ctypes


def attack(n):
    return ctypes.CDLL("libm.so.6").fesetround(0x800)
