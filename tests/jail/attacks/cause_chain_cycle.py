# An exception that is its own cause and context.
def attack(n):
    one, two = ValueError(n), KeyError(n)
    one.__cause__, two.__context__ = two, one
    two.__cause__ = one
    raise one
