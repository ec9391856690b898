# An exception that says the secret.
def attack(secret_path):
    with open(secret_path) as file:
        raise ValueError(file.read())
