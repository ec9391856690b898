# Takes the user's file away by its mode.
import os


def attack(secret_path):
    os.chmod(secret_path, 0)
    return "locked"
