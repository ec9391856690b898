# Turns a descriptor that it was given into a connection.
import socket


def attack(port):
    for number in range(64):
        try:
            line = socket.socket(fileno=number)
            line.connect(("127.0.0.1", port))
        except OSError:
            continue
        return number
    raise ValueError("none")
