# Two ways for each letter, and no way at the end.
import re


def attack(text):
    return bool(re.fullmatch(r"(?:a|a|aa)+", "a" * 60 + "b"))
