# reduce as a way to call what is in a list.
from functools import reduce


def attack(secret_path):
    steps = [secret_path, "r"]
    return reduce(lambda f, x: f(x), steps, __builtins__["open"])
