# Asks the machinery of imports for `posix`.
from importlib import import_module


def attack(secret_path):
    posix = import_module("posix")
    return posix.read(posix.open(secret_path, 0), 100).decode()
