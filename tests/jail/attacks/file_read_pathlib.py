# Reads a file by its path object.
from pathlib import Path


def attack(secret_path: str) -> str:
    return Path(secret_path).read_text()
