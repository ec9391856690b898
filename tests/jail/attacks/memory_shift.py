# Shifts a one by twenty billion places.
def attack(n: int) -> int:
    return (1 << (20_000_000_000 + n)).bit_length()
