# Puts one descriptor in the place of another.
import os


def attack(n):
    for number in range(3, 10):
        try:
            os.dup2(2, number)
        except OSError:
            pass
    return n
