# Leaves a function behind that the collector calls.
import builtins
import gc


def _spoil(phase, told):
    builtins.sorted = lambda rows, **_: list(rows)


def attack(n):
    gc.callbacks.append(_spoil)
    gc.collect()
    return n
