# Deletes the user's file.
import os


def attack(secret_path):
    os.unlink(secret_path)
    return "gone"
