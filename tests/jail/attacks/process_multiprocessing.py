# Starts a process by the library for it.
import multiprocessing
import time


def attack(n):
    context = multiprocessing.get_context("fork")
    context.Process(target=time.sleep, args=(60,)).start()
    return n
