# Leaves a generator half run whose last word runs when the worker ends.
def _held():
    try:
        yield 1
    finally:
        open("/proc/self/environ").read()


KEPT = []


def attack(n):
    one = _held()
    next(one)
    KEPT.append(one)
    return n
