# Writes to a mapping that others read, through a chain of maps.
from collections import ChainMap


def attack(n):
    chain = ChainMap(__builtins__)
    chain["len"] = lambda x: 7
    chain["sorted"] = lambda x, **k: []
    return len("abc")
