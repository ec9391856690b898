# Writes a file when the process ends.
import weakref


class Thing:
    pass


THING = Thing()


def attack(out_path):
    weakref.finalize(THING, lambda: open(out_path, "w").close())
    return 1
