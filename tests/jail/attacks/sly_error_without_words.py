# An error whose words are made by code that never ends.
class Odd(Exception):
    def __str__(self) -> str:
        while True:
            pass


def attack(n: int) -> int:
    raise Odd(n)
