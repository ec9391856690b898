# Declares a number, and answers with a truth value, which Python takes for one.
def attack(n: int) -> int:
    return n == 3
