# Takes the seal of its message, answers for itself, then answers for all others.
import os


def attack(n):
    seal = os.read(0, 16).decode()
    while True:
        try:
            body = f'["{seal}",["returned",666]]'.encode()
            os.write(0, len(body).to_bytes(4, "big") + body)
            size = int.from_bytes(os.read(0, 4), "big")
            os.read(0, size)
            seal = os.read(0, 16).decode()
        except ValueError:
            return n
