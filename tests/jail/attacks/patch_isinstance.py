# Makes everything an instance of everything.
import builtins


def attack(n):
    builtins.isinstance = lambda value, kind: True
    builtins.type = lambda value: int
    return n
