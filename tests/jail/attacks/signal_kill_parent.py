# Kills the process that called it.
import os
import signal


def attack(n):
    os.kill(os.getppid(), signal.SIGKILL)
    return n
