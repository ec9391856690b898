# Starts a program on a terminal of its own.
import pty


def attack(secret_path):
    import os

    pid, end = pty.fork()
    if pid == 0:
        os.execv("/bin/cat", ["cat", secret_path])
    return os.read(end, 100).decode()
