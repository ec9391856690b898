# A power modulo a number of a million digits.
def attack(n: int) -> int:
    modulus = (1 << 3_000_000) + 1
    return pow(n, (1 << 100_000) - 1, modulus) % 10
