# Sets the function that is called for an exception nobody catches.
import sys


def attack(out_path):
    sys.excepthook = lambda *_: open(out_path, "w").close()
    sys.unraisablehook = sys.excepthook

    class Last:
        def __del__(self):
            raise ValueError

    Last()
    return 1
