# Seeds the coin of everybody.
import random


def attack(n):
    random.seed(1)
    random.random = lambda: 0.5
    return n
