# Answers with infinity.
def attack(n: int) -> float:
    return 1e308 * 10
