# Connects to a listener.
import socket


def attack(port):
    with socket.create_connection(("127.0.0.1", port), 1) as line:
        line.sendall(b"here")
    return "sent"
