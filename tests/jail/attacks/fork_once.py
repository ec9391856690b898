# Leaves a child behind that sleeps.
import os
import time


def attack(n):
    if os.fork() == 0:
        time.sleep(60)
        os._exit(0)
    return n
