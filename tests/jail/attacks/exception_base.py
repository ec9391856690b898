# Raises an exception of its own that is not an `Exception`.
class Own(BaseException):
    pass


def attack(n):
    raise Own("not an Exception")
