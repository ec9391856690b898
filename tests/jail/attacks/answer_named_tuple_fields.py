# A tuple whose fields lie about its length.
class Odd(tuple):
    _fields = property(lambda self: [1] * 10**6)

    def __iter__(self):
        while True:
            yield 1


def attack(n) -> tuple:
    return Odd((1, 2))
