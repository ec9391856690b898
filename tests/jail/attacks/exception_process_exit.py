# Ends the process at once.
import os


def attack(n):
    os._exit(0)
