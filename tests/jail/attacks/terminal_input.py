# Waits for what the user types.
def attack(n):
    return input("password: ")
