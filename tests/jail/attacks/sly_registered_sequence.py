# Registers its class as a sequence, for everybody who asks later.
from collections.abc import Sequence


class H:
    def register(self): ...


def attack(n):
    Sequence.register(H)
    return n
