# Sums an honest range that is too long.
def attack(n: int) -> int:
    return sum(range(10**14))
