# A pattern that is small as a text and enormous once compiled.
import re


def attack(text):
    return bool(re.compile("(?:" * 30 + "a" + "?){1,9}" * 30 + "b").match("a" * 100))
