# Scans for the listener when the file is loaded, then connects in the call.
import socket


def attack(port: int) -> int:
    line = socket.socket()
    found = line.connect_ex(("127.0.0.1", port))
    return found
