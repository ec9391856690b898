# Ends its own process.
import os
import signal


def attack(n):
    os.kill(os.getpid(), signal.SIGKILL)
    return n
