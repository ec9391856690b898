# Calls itself with an end that is never met.
def _down(steps: int) -> int:
    return 0 if steps == -1 else _down(steps + 1)


def attack(n: int) -> int:
    return _down(n)
