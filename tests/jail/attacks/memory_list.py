# A list of half a billion places at once.
def attack(n: int) -> int:
    return len([n] * 500_000_000)
