# Replaces `sorted` and `sum` for everybody.
import builtins


def attack(n):
    builtins.sorted = lambda rows, **_: list(rows)
    builtins.sum = lambda rows, *_: 42
    return n
