# Loops in the key of a sort.
def _key(value):
    while True:
        value += 1


def attack(xs):
    return sorted(xs, key=_key)
