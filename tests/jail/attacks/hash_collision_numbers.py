# Numbers that all have one hash, in a set.
def attack(n):
    step = 2**61 - 1
    return len({k * step for k in range(60_000)})
