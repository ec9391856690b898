# Makes a symbolic link to the secret.
import os


def attack(secret_path, out_path):
    os.symlink(secret_path, out_path)
    return "made"
