# A class pattern whose match arguments name what must not be written.
class Look:
    __match_args__ = ("__globals__", "__code__")


def attack(n):
    match attack:
        case Look(space, code):
            return str(space)
    return n
