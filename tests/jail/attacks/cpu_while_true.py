# Loops for ever in Python.
def attack(n):
    while True:
        n += 1
