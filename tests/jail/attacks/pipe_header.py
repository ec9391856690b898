# Announces an answer of four gigabytes.
import os


def attack(n):
    for number in range(32):
        try:
            os.write(number, b"\xff\xff\xff\xfe" + b"[" * 1000)
        except OSError:
            pass
    return n
