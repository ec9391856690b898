# Waits for a lock that it holds itself.
import threading


def attack(n):
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()
    return n
