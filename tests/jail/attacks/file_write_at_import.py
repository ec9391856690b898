# Writes when the file is loaded.
import os

with open(os.environ["LDC_OUT"], "w") as file:
    file.write("here")


def attack(n):
    return n
