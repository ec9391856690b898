# Sets a profile function that makes later calls fail.
import sys


def attack(n):
    def look(frame, event, argument):
        if event == "call" and frame.f_code.co_name == "_deep":
            raise ValueError("spoilt")

    sys.setprofile(look)
    return n
