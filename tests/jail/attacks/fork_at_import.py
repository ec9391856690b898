# Forks when the file is loaded.
import os
import time

if os.fork() == 0:
    time.sleep(60)
    os._exit(0)


def attack(n):
    return n
