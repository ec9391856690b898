# Reads a file by the loader that imports modules.
from importlib.machinery import SourceFileLoader


def attack(secret_path):
    return SourceFileLoader("x", secret_path).get_data(secret_path).decode()
