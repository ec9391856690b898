# Replaces names in the file of whoever is called next.
import gc


def attack(n):
    for thing in gc.get_objects():
        if isinstance(thing, dict) and "honest" in thing:
            thing["honest"] = lambda *_, **__: "spoilt"
    return n
