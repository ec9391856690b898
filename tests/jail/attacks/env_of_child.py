# Lets a program tell the environment.
import subprocess


def attack():
    return subprocess.run(["env"], capture_output=True, check=True).stdout.decode()
