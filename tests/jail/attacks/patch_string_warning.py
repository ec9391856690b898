# Turns every warning into an error for those who come after.
import warnings


def attack(n):
    warnings.simplefilter("error")
    warnings.warn = None
    return n
