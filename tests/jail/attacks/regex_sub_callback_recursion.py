# A replacement that replaces within itself.
import re


def _more(found):
    return re.sub(".", _more, "ab" * 50)


def attack(text):
    return re.sub(".", _more, text)
