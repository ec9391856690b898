# Writes to the descriptors of the terminal.
import os


def attack(n):
    return os.write(1, b"written by a function\n") + os.write(2, b"and again\n")
