# Lets the compiler read the file, and takes the secret from its complaint.
import py_compile
import tokenize


def attack(secret_path):
    with tokenize.open(secret_path) as file:
        return "".join(file)
