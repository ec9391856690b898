# Lets the fault handler print all frames.
import faulthandler


def attack(n):
    faulthandler.dump_traceback()
    return n
