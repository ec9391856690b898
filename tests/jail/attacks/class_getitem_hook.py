# A class whose subscript runs code where only a type is written.
class Box:
    def __class_getitem__(cls, item):
        return item.__class__.__mro__[-1].__subclasses__()


def attack(n):
    found = Box[n]
    return [kind.__name__ for kind in found if "Popen" in kind.__name__]
