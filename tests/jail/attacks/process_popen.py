# Reads the secret by the shell.
import os


def attack(secret_path):
    return os.popen(f"cat '{secret_path}'").read()
