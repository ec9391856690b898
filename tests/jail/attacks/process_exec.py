# Becomes another program.
import os


def attack(out_path):
    os.execv("/bin/sh", ["sh", "-c", f"echo here > '{out_path}'; sleep 5"])
