# Reads a file by its descriptor.
import os


def attack(secret_path):
    return os.read(os.open(secret_path, os.O_RDONLY), 200).decode()
