# Pads a number to two billion places, by its format.
def attack(n: int) -> int:
    width = 2_000_000_000
    return len(f"{n:>{width}}")
