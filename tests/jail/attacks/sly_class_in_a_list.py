# Puts a library class into a list, and sets an attribute of what is in it.
import collections


class H:
    def __init__(self):
        self.most_common = 3


def attack(n):
    k = [collections.Counter]
    k[0].most_common = 9
    return n
