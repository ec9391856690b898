# Writes pickled answers to every descriptor, framed as the library does it.
import os
import pickle


def attack(n) -> int:
    body = pickle.dumps(("returned", "forged"))
    for number in range(3, 32):
        try:
            os.write(number, len(body).to_bytes(4, "big") + body)
        except OSError:
            pass
    return n
