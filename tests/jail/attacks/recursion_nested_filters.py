# The same tower of `filter`, torn down before it is used.
def attack(xs: list[int]) -> int:
    tower = iter(xs)
    for _ in range(500_000):
        tower = filter(None, tower)
    del tower
    return len(xs)
