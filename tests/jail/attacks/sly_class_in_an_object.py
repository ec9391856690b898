# Hands a library class to an object, whose method sets an attribute of it.
from enum import Enum


class H:
    def __init__(self, k):
        self.k = k
    def go(self):
        self.k.value = 9


def attack(n):
    H(Enum).go()
    return n
