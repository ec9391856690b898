# Makes a folder.
import os


def attack(out_path):
    os.makedirs(out_path)
    return "made"
