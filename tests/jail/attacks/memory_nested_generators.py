# Keeps millions of suspended generators.
def _wait(number):
    yield number


def attack(n):
    kept = []
    while True:
        one = _wait(len(kept))
        next(one)
        kept.append(one)
