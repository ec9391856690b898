# A pattern that is small as a text and enormous once compiled.
import re


def attack(text):
    return bool(re.compile("(?:" * 90 + "a" + "{2,9}){3,9}" * 90).match(text))
