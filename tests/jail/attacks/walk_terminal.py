# Walks to `os`, and writes to every descriptor.
def _reach():
    for kind in ().__class__.__base__.__subclasses__():
        if kind.__name__ == "_wrap_close":
            return kind.__init__.__globals__
    raise ValueError("not found")


def attack(n):
    words = _reach()
    for number in range(64):
        try:
            words["write"](number, b"written by a function\n")
        except words["error"]:
            pass
    return n
