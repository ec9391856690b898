# A lambda in the place of the function.
attack = lambda secret_path: open(secret_path).read()
