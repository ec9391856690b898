# Writes in a default argument, which is worked out on loading.
import os


def attack(n, made=open(os.environ.get("LDC_OUT", "/dev/null"), "w").write("here")):
    return n
