# Remembers calls in a table of its file.
TABLE = {}


def attack(n):
    TABLE[n] = 3
    return TABLE
