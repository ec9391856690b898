# From a builtin function to the module that holds it.
def attack(secret_path):
    return len.__self__.open(secret_path).read()
