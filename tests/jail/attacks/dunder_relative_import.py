# Imports from the package that loads it.
from . import sys


def attack(secret_path):
    return sys.modules["io"].open(secret_path).read()
