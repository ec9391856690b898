# Copies the secret to where it can be seen.
import shutil


def attack(secret_path, out_path):
    return shutil.copy(secret_path, out_path)
