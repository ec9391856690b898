# Remembers the last call in a default, and answers the next from it.
def attack(n, seen=[]):
    seen.append(n)
    return seen
