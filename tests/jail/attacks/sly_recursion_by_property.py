# Goes down by properties, operators and contexts.
class Odd:
    def __add__(self, other):
        return other + self

    def __contains__(self, item):
        return item in self

    def __bool__(self):
        return not self


def attack(n: int) -> bool:
    return bool(Odd()) or (n in Odd()) or bool(Odd() + Odd())
