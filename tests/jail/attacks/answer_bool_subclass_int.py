# An integer that is told as another one.
class Odd(int):
    def __index__(self):
        return 7

    def __repr__(self):
        return "]],[[0"

    def __str__(self):
        return '"],["returned",0'

    def bit_length(self):
        return 1


def attack(n) -> int:
    return Odd(n)
