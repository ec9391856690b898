# Prints when the file is loaded.
print("printed on loading")


def attack(n):
    return n
