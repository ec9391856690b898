# Writes a well-framed answer to every descriptor, before its own.
import json
import os


def attack(n):
    body = json.dumps(["", "returned", 666]).encode()
    for number in range(32):
        try:
            os.write(number, len(body).to_bytes(4, "big") + body)
        except OSError:
            pass
    return n
