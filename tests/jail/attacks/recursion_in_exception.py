# An exception that is raised while it is told, and so on.
class Endless(Exception):
    def __str__(self):
        raise Endless()

    __repr__ = __str__


def attack(n):
    raise Endless()
