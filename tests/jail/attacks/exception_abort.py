# Ends the process by an abort.
import os


def attack(n):
    os.abort()
