# Reads ahead from the channel while it answers, so that later calls are answered by it.
import os


def attack(n):
    stolen = b""
    try:
        os.set_blocking(0, False)
    except OSError:
        pass
    stolen = os.read(0, 16)
    body = b'["' + stolen + b'",[["returned",7]]]'
    os.write(0, len(body).to_bytes(4, "big") + body)
    os.write(0, len(body).to_bytes(4, "big") + body)
    return n
