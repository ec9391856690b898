# A deque that is bounded, of a generator that is not.
from collections import deque
from itertools import count


def attack(n):
    return deque(count(), maxlen=3)
