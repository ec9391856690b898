# Imports every name of a module.
from os import *


def attack(secret_path):
    return read(open(secret_path, 0), 100).decode()
