# Takes such a method out of its class by a pattern.
from collections import Counter
from functools import partial


class H:
    def push(self):
        self.update = 3


def attack(n):
    match H:
        case object(push=f):
            f(Counter)
    return n
