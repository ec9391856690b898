# Calls itself without an end.
def attack(n):
    return attack(n + 1)
