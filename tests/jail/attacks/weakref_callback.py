# Acts when an object dies, after the call.
import weakref


class Thing:
    pass


def attack(out_path):
    thing = Thing()
    keep = weakref.ref(thing, lambda _: open(out_path, "w").close())
    del thing
    return bool(keep)
