# Answers with a number of three million digits.
def attack(n: int) -> int:
    return n << 10_000_000
