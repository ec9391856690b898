# Writes a file by its path object.
from pathlib import Path


def attack(out_path: str) -> int:
    return Path(out_path).write_text("here")
