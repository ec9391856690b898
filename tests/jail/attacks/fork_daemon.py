# Forks twice into a session of its own, out of every group.
import os
import time


def attack(n):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(60)
        os._exit(0)
    os.wait()
    return n
