# `str.format` walks from a function to its globals.
import os as _reach

SECRET = _reach.environ.get("LDC_CANARY", "")


def attack(text):
    return "{0.__globals__[SECRET]}".format(attack)
