# A format whose spec is read by the object itself, and never ends.
class Slow:
    def __format__(self, spec):
        return format(self, spec + "x")


def attack(n):
    return f"{Slow():x}"
