# Declares a number, and answers with another kind of number.
def attack(n: int) -> int:
    return n / 1
