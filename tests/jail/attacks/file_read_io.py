# Reads a file by the class behind `open`.
import _io


def attack(secret_path):
    return _io.FileIO(secret_path).readall().decode()
