# Sends answers that hold nothing, without end, and hears no timer.
import os


def attack(n):
    body = b'["",[]]'
    while True:
        try:
            while True:
                os.write(0, len(body).to_bytes(4, "big") + body)
        except BaseException:
            continue
