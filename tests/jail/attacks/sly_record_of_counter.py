# Lets the decorator for records rewrite a class of the library.
from collections import Counter
from dataclasses import dataclass


def attack(n):
    dataclass(Counter)
    return n
