# Searches a long text with a pattern of quadratic cost, many times.
import re


def attack(text):
    words = " " * 60_000 + "x"
    return [bool(re.search(r"\s+$", words)) for _ in range(1000)]
