# An error that closes generators, raised by name of the one above.
def attack(n: int) -> int:
    def inner():
        try:
            yield 1
        finally:
            yield 2

    line = inner()
    next(line)
    line.close()
    return n
