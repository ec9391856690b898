# Stops the process that called it.
import os
import signal


def attack(n):
    os.kill(os.getppid(), signal.SIGSTOP)
    return n
