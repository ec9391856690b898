# An answer that lies about its class.
class Lie:
    __class__ = property(lambda self: int)

    def __int__(self):
        return open("/dev/null").fileno()

    __index__ = __int__


def attack(n):
    return Lie()
