# Fibonacci numbers by powers of a matrix.
def _times(a: list[list[int]], b: list[list[int]]) -> list[list[int]]:
    return [[sum(x * y for x, y in zip(row, col)) for col in zip(*b)] for row in a]


def attack(n: int) -> int:
    power, base, k = [[1, 0], [0, 1]], [[1, 1], [1, 0]], 10 * n
    while k:
        if k & 1:
            power = _times(power, base)
        base, k = _times(base, base), k >> 1
    return power[0][1]
