# Prints the secret.
def attack(secret_path):
    print(open(secret_path).read(), flush=True)
    return 1
