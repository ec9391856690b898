# Makes a file by its descriptor.
import os


def attack(out_path):
    return os.write(os.open(out_path, os.O_CREAT | os.O_WRONLY), b"here")
