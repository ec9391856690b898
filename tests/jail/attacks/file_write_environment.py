# Writes to the path that the environment names.
import os


def attack():
    with open(os.environ["LDC_OUT"], "w") as file:
        return file.write("here")
