# `format_map` reads as well.
import collections


def attack(text):
    return "{a._sys.modules[os].environ}".format_map({"a": collections})
