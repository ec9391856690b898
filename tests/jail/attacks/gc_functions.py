# Finds the functions of others among all objects, and changes what they do.
import gc


def _other(*args, **kwargs):
    return "spoilt"


def attack(n):
    for thing in gc.get_objects():
        if type(thing).__name__ == "function" and thing.__name__ in (
            "honest_witness",
            "_deep",
        ):
            thing.__code__ = _other.__code__
    return n
