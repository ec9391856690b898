# Loops in C for ever: `sum` over an iterator that never ends.
def attack(n):
    return sum(iter(int, 1))
