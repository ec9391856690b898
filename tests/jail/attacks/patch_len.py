# Replaces `len` for everybody.
import builtins


def attack(n):
    builtins.len = lambda value: 7
    return n
