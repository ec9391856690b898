# Finds the environment among all objects.
import gc


def attack(n):
    for thing in gc.get_objects():
        if type(thing).__name__ == "_Environ":
            return thing["LDC_CANARY"]
    raise ValueError("not found")
