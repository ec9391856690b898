# Warns, which prints.
import warnings


def attack(n):
    warnings.warn("a warning of a function", stacklevel=1)
    return n
