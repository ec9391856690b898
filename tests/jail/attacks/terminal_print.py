# Prints.
def attack(n):
    print("printed by a function")
    return n
