# Replaces names in the file of whoever is called next.
import gc


def attack(n):
    for thing in gc.get_objects():
        if isinstance(thing, dict) and "honest_witness" in thing:
            thing["honest_witness"] = lambda *_, **__: "spoilt"
    return n
