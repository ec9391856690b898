# A search through a grid, with a queue.
from collections import deque


def collections_deque(n: int) -> int:
    seen = {(0, 0)}
    queue = deque([((0, 0), 0)])
    while queue:
        (row, column), steps = queue.popleft()
        if (row, column) == (n, n):
            return steps
        for down, right in ((1, 0), (0, 1)):
            cell = (row + down, column + right)
            if max(cell) <= n and cell not in seen:
                seen.add(cell)
                queue.append((cell, steps + 1))
    return -1
