# Declares a number, and answers with a text.
def attack(n: int) -> int:
    return "not a number"
