# Replaces the import function for everybody.
import builtins


def attack(n):
    builtins.__import__ = lambda *_, **__: None
    return n
