# Sends a datagram, which needs no connection.
import socket


def attack(port):
    line = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    return line.sendto(b"here", ("127.0.0.1", port))
