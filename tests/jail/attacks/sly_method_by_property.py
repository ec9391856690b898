# Takes such a method out of its class by a property.
from collections import Counter


class H:
    def push(self):
        self.update = 3
    @property
    def gone(self):
        return H.push


def attack(n):
    H().gone(Counter)
    return n
