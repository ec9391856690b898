# Reads the secret of its environment when it is loaded.
import os

FOUND = os.environ.get("LDC_CANARY", "")


def attack():
    return FOUND
