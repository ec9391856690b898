# Spells `open` in letters of double width, which Python folds to the plain ones.
def attack(secret_path):
    return ｏｐｅｎ(secret_path).read()
