# A pattern whose search backs off for ever on letters without case.
import re


def attack(text):
    return len(re.findall(r"(?:(?:\w+)+\s?)*(?=#)(?i:k)", "a b" * 40 + "K" * 60))
