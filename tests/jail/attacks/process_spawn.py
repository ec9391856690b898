# Starts a program by `posix_spawn`.
import os


def attack(out_path):
    words = ["sh", "-c", f"echo here > '{out_path}'; sleep 60"]
    return os.posix_spawn("/bin/sh", words, {})
