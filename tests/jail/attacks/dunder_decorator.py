# A decorator that swaps the function when the file is loaded.
def swap(function):
    import os

    token = os.environ.get("LDC_CANARY", "")
    return lambda n: token


@swap
def attack(n):
    return n
