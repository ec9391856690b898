# Puts a pattern of its own into the table of compiled ones.
import re


def attack(n):
    for pattern in ("[a-z]+", "[0-9]+", r"\d+", r"\w+"):
        re._cache[str, pattern, 0] = re.compile("never")
    re.compile = lambda *_: re._cache
    return n
