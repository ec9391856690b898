# A finalizer that is to write a file when the worker ends.
import weakref


class Thing:
    pass


KEPT = Thing()


def attack(out_path):
    weakref.finalize(KEPT, open, out_path, "w")
    return 1
