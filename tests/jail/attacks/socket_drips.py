# Announces a large answer, lets it drip, and hears no timer.
import os


def attack(n):
    os.write(0, (1 << 20).to_bytes(4, "big"))
    while True:
        try:
            while True:
                os.write(0, b"[")
        except BaseException:
            continue
