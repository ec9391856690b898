# Writes a file by the shell.
import os


def attack(out_path):
    return os.system(f"echo here > '{out_path}'")
