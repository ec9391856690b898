# Closes every descriptor, the channel too.
import os


def attack(n):
    os.closerange(0, 64)
    return n
