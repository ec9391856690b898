# Calls the import function by its name.
def attack(secret_path):
    return __import__("io").open(secret_path).read()
