# Speaks HTTP by the library for it.
from http.client import HTTPConnection


def attack(port):
    line = HTTPConnection("127.0.0.1", port, timeout=0.3)
    line.request("GET", "/")
    return line.getresponse().status
