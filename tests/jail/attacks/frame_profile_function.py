# Sets a profile function that changes what later calls are handed.
import sys


def attack(n):
    def look(frame, event, argument):
        rows = frame.f_locals.get("rows")
        if isinstance(rows, list) and rows:
            rows[0] = 77

    sys.setprofile(look)
    return n
