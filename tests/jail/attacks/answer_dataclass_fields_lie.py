# A record whose fields say what they like.
from dataclasses import dataclass


@dataclass
class Odd:
    a: int = 1

    def __getattribute__(self, name):
        return [print] * 3


def attack(n):
    return Odd()
