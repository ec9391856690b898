# Loops when the file is loaded, before any call.
while True:
    pass


def attack(n):
    return n
