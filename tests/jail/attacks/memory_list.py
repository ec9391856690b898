# A list of a quarter of a billion places at once.
def attack(n: int) -> int:
    return len([n] * 250_000_000)
