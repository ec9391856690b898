# Lets every pattern be one of its own.
import re


def attack(n):
    never = re.compile("never")
    re._cache.clear()
    re._compile = lambda *_: never
    return n
