# Empties an endless counter into a deque of length zero.
from collections import deque
from itertools import count


def attack(n):
    deque(count(), maxlen=0)
    return n
