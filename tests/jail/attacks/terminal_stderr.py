# Writes where errors go.
import sys


def attack(n):
    sys.stderr.write("written by a function\n")
    sys.stderr.flush()
    return n
