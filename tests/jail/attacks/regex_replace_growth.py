# Substitutes again and again until the text fills the memory.
import re


def attack(text):
    for _ in range(40):
        text = re.sub(r".", r"\g<0>\g<0>\g<0>", text)
    return len(text)
