# Forks without waiting, as a bomb does in its first moment.
import os
import time


def attack(n):
    for _ in range(40):
        if os.fork() == 0:
            time.sleep(60)
            os._exit(0)
    return n
