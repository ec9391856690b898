# Ends every process of its group.
import os
import signal


def attack(n):
    os.killpg(0, signal.SIGKILL)
    return n
