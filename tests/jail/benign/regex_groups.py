# Names groups in a pattern that is compiled once.
import re

PAIR = re.compile(r"(?P<letter>[a-z])\s+(?P<other>[a-z])", re.IGNORECASE)


def regex_groups(text):
    found = PAIR.search(text)
    return [found.group("letter"), found["other"], found.span()] if found else []
