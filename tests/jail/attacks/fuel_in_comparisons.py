# Two lists that hold each other are compared, twice each time.
def attack(n):
    a, b = [1], [1]
    for _ in range(40):
        a, b = [a, a], [b, b]
    return a == b
