# Sleeps through its deadline without using the processor.
import time


def attack(n):
    time.sleep(3600)
    return n
