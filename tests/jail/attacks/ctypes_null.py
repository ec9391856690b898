# Reads where nothing is, which ends the process.
import ctypes


def attack(n):
    return ctypes.string_at(0)
