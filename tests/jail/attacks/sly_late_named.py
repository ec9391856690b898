# A class of errors with the name of the worker's own.
class Late(Exception):
    pass


class OutOfFuel(Late):
    pass


def attack(n: int) -> int:
    raise OutOfFuel("no answer within 0 seconds")
