# Text that wraps for ever.
from textwrap import wrap


def attack(text):
    return len(wrap("-" * 10**7 + "a " * 10**6, width=1, max_lines=None))
