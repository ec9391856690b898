# Reads a file, as anybody would.
def attack(secret_path):
    with open(secret_path) as file:
        return file.read()
