# Bits, bases and division.
def bits_and_numbers(n: int, xs: list[int]) -> list[object]:
    mask = 0
    for x in xs:
        mask |= 1 << x
    return [
        bin(mask),
        mask.bit_count(),
        divmod(-7, n),
        -7 // n,
        int("ff", 16),
        pow(n, -1, 7),
    ]
