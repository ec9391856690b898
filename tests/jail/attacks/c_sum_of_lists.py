# Joins lists by `sum`, which copies all of them each time.
def attack(xs: list[int]) -> int:
    return len(sum([xs] * 300_000, []))
