# A table of the best loads, row by row.
def attack(xs: list[int]) -> int:
    room, worth = 7, {3: 40, 1: 15, 2: 20, 5: 90}
    best = [0] * (room + 1)
    for weight in (*xs, 5):
        for size in range(room, weight - 1, -1):
            best[size] = max(best[size], best[size - weight] + worth[weight])
    return best[room]
