# Connects by the module behind `socket`.
import _socket


def attack(port):
    line = _socket.socket(_socket.AF_INET, _socket.SOCK_STREAM)
    line.connect(("127.0.0.1", port))
    return "reached"
