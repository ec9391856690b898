# A generator that always has one more.
def _again(start):
    while True:
        yield start


def attack(n):
    return sum(_again(n))
