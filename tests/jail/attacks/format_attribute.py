# `str.format` reads attributes that stand in its text.
import collections


def attack(text):
    return "{0._sys.modules[os].environ}".format(collections)
