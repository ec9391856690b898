# One step of the game of life, over a set of cells.
from collections import Counter


def attack(n: int) -> list[list[int]]:
    alive = {(1, 0), (1, 1), (1, 2)}
    for _ in range(n):
        near = Counter(
            (r + i, c + j)
            for r, c in alive
            for i in (-1, 0, 1)
            for j in (-1, 0, 1)
            if (i, j) != (0, 0)
        )
        alive = {cell for cell, k in near.items() if k == 3 or (k == 2 and cell in alive)}
    return [list(cell) for cell in sorted(alive)]
