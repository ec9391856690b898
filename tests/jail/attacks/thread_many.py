# Starts threads until it is stopped.
import _thread
import time


def attack(n):
    for _ in range(300):
        _thread.start_new_thread(time.sleep, (60,))
    return n
