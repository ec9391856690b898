# Changes the working directory and the mask of the process.
import os


def attack(n):
    os.chdir("/")
    os.umask(0o777)
    return n
