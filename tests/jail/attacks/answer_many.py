# A list of fifty million numbers.
def attack(n: int) -> list[int]:
    return [n] * 50_000_000
