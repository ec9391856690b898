# Writes to its channel without an end.
import os


def attack(n):
    places = []
    for number in range(32):
        try:
            os.write(number, b"\xff\xff\xff\xff")
            places.append(number)
        except OSError:
            pass
    while places:
        for number in places:
            os.write(number, b"x" * 65536)
    return n
