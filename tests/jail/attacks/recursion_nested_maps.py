# A tower of iterators: C calls C until the stack ends. Builtins only.
def attack(xs: list[int]) -> int:
    tower = iter(xs)
    for _ in range(300_000):
        tower = map(int, tower)
    return next(tower)
