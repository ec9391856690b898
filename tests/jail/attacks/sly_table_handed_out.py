# Remembers calls in a table that a helper hands out.
TABLE = {"a": []}


def _rows():
    return TABLE


def attack(n):
    _rows()["a"].append(3)
    return TABLE
