# Asks for a page.
from urllib.request import urlopen


def attack(port):
    return urlopen(f"http://127.0.0.1:{port}/", timeout=0.3).read().decode()
