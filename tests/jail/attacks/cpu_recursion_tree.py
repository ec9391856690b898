# A recursion with an end that is 2**80 calls away.
def _tree(depth: int) -> int:
    return 1 if depth == 0 else _tree(depth - 1) + _tree(depth - 1)


def attack(n: int) -> int:
    return _tree(80 + n)
