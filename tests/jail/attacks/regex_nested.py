# The classic: a repeat in a repeat, on a text that does not fit.
import re


def attack(text):
    return bool(re.match(r"(a+)+$", "a" * 60 + "b"))
