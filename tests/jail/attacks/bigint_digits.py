# Lifts the limit on digits, then prints a number of fifty million.
import sys


def attack(n):
    sys.set_int_max_str_digits(0)
    return len(str(n << 150_000_000))
