# A power with a modulus of many digits.
def attack(n: int) -> int:
    big = (1 << 200_000) - 1
    return pow(3, big, big - 2) % 7
