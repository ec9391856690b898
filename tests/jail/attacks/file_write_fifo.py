# Makes a pipe with a name.
import os


def attack(out_path):
    os.mkfifo(out_path)
    return "made"
