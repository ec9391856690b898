# Writes to the terminal of its parents, by their descriptors.
import os


def attack(n):
    who = os.getppid()
    for place in (f"/proc/{who}/fd/1", f"/proc/{who}/fd/2", "/dev/tty", "/dev/console"):
        try:
            with open(place, "w") as terminal:
                terminal.write("written to the parent\n")
        except OSError:
            pass
    return n
