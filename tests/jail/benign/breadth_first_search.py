# The shortest way through a grid with walls.
from collections import deque


def attack(n: int) -> int:
    size = n + 4
    walls = {(1, c) for c in range(size - 1)} | {(3, c) for c in range(1, size)}
    queue, seen = deque([((0, 0), 0)]), {(0, 0)}
    while queue:
        (row, column), steps = queue.popleft()
        if (row, column) == (size - 1, size - 1):
            return steps
        for down, right in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            there = (row + down, column + right)
            inside = 0 <= there[0] < size and 0 <= there[1] < size
            if inside and there not in walls and there not in seen:
                seen.add(there)
                queue.append((there, steps + 1))
    return -1
