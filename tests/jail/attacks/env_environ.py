# Reads the environment.
import os


def attack():
    return os.environ["LDC_CANARY"]
