# Calls a method that changes its object with a library class for an object.
from collections import Counter


class H:
    def push(self):
        self.update = 3


class G(H):
    pass


def attack(n):
    G.push(Counter)
    return n
