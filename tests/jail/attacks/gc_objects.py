# Looks through every object for the token and the arguments of other calls.
import gc


def attack(n):
    found = []
    for thing in gc.get_objects():
        if isinstance(thing, dict):
            found += [
                str(v) for v in list(thing.values()) if isinstance(v, str | bytes)
            ]
    return [text for text in found if "LDC_CANARY" in text or "private-" in text]
