# Starts a program and leaves it running.
import subprocess


def attack(n):
    subprocess.Popen(["sleep", "60"])
    return n
