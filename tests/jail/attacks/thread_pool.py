# Leaves a pool of workers behind.
import time
from concurrent.futures import ThreadPoolExecutor

POOL = ThreadPoolExecutor(8)


def attack(n):
    for _ in range(8):
        POOL.submit(time.sleep, 5)
    return n
