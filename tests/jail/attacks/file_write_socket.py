# Binds a local socket to the path.
import socket


def attack(out_path):
    socket.socket(socket.AF_UNIX).bind(out_path)
    return 1
