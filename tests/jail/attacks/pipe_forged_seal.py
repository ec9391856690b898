# Takes the seal of its message from the channel, and answers with another type.
import os


def attack(n) -> int:
    seal = os.read(0, 16).decode()
    body = f'["{seal}",["returned","forged"]]'.encode()
    os.write(0, len(body).to_bytes(4, "big") + body)
    os._exit(0)
