# Connects by the other protocol, mapped to the first.
import socket


def attack(port):
    line = socket.socket(socket.AF_INET6)
    line.settimeout(0.5)
    line.connect(("::ffff:127.0.0.1", port))
    return "reached"
