# Ends one direction of the channel and goes on in the other.
import socket


def attack(n):
    line = socket.socket(fileno=0)
    line.shutdown(socket.SHUT_RD)
    line.send(b"[]" * 100, socket.MSG_OOB)
    return n
