# Takes `fork` from the module behind `os`.
import posix
import time


def attack(n):
    if posix.fork() == 0:
        time.sleep(60)
        posix._exit(0)
    return n
