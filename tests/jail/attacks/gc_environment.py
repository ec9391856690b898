# Finds the environment among all objects.
import gc


def attack(n):
    for thing in gc.get_objects():
        if isinstance(thing, dict) and b"LDC_CANARY" in thing:
            return thing[b"LDC_CANARY"].decode()
    raise ValueError("not found")
