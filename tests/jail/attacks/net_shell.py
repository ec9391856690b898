# Connects by a program.
import subprocess
import sys


def attack(port):
    words = f"import socket; socket.create_connection(('127.0.0.1', {port}))"
    return subprocess.run([sys.executable, "-c", words], check=False).returncode
