# Answers with floats that JSON has no words for.
def attack(n: int) -> float:
    return float("nan")
