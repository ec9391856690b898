# Lowers how many digits of a number may be written.
import sys


def attack(n):
    sys.set_int_max_str_digits(640)
    return n
