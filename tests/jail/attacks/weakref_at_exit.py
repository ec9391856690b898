# Registers a function for the end of the process.
import atexit


def attack(out_path):
    atexit.register(lambda: open(out_path, "w").close())
    return 1
