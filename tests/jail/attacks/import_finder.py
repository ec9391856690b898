# Puts a finder of its own before all others: later imports are its.
import sys


class Finder:
    def find_spec(self, name, path=None, target=None):
        raise ImportError(f"{name} is taken")


def attack(n):
    sys.meta_path.insert(0, Finder())
    for name in ("statistics", "heapq", "fractions"):
        sys.modules.pop(name, None)
    return n
